-- plain
ALTER TABLE `user` COMMENT = '';

-- in a schema
ALTER TABLE `app`.`account` COMMENT = '';
