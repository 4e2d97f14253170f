-- plain
DROP TABLE `user`;

-- told what it was
DROP TABLE `user`;

-- in a schema, if exists
DROP TABLE IF EXISTS `app`.`Account`;
