-- plain
DROP TABLE `user`;

-- in a schema, if exists
DROP TABLE IF EXISTS `app`.`Account`;
