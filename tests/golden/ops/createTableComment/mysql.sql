-- plain
ALTER TABLE `user` COMMENT = 'People who can''t
sign in';

-- in a schema
ALTER TABLE `app`.`account` COMMENT = 'new';

-- empty
ALTER TABLE `account` COMMENT = '';
