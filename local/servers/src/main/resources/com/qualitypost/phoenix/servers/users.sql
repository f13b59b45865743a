-- Creates the schemas and the database users. When it runs again it only sets the passwords.
-- Rights on tables are granted by their owners, in the migrations that create them.
CREATE SCHEMA IF NOT EXISTS phoenix CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
CREATE SCHEMA IF NOT EXISTS phoenix_read CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci;

CREATE USER IF NOT EXISTS 'migrate'@'%';
CREATE USER IF NOT EXISTS 'writer'@'%';
CREATE USER IF NOT EXISTS 'cdc'@'%';
CREATE USER IF NOT EXISTS 'projector'@'%';
CREATE USER IF NOT EXISTS 'query'@'%';
CREATE USER IF NOT EXISTS 'replica'@'%';
ALTER USER 'migrate'@'%' IDENTIFIED BY '${migrate}';
ALTER USER 'writer'@'%' IDENTIFIED BY '${writer}';
ALTER USER 'cdc'@'%' IDENTIFIED BY '${cdc}';
ALTER USER 'projector'@'%' IDENTIFIED BY '${projector}';
ALTER USER 'query'@'%' IDENTIFIED BY '${query}';
ALTER USER 'replica'@'%' IDENTIFIED BY '${replica}';

GRANT ALL ON phoenix.* TO 'migrate'@'%' WITH GRANT OPTION;
GRANT ALL ON phoenix_read.* TO 'migrate'@'%' WITH GRANT OPTION;
-- FLUSH_TABLES: the global read lock under which it notes where it begins. It reads the tables that are granted to it, no others.
GRANT REPLICATION SLAVE, REPLICATION CLIENT, FLUSH_TABLES ON *.* TO 'cdc'@'%';
GRANT REPLICATION SLAVE ON *.* TO 'replica'@'%';

-- Last: while root has no password, this script has not run to its end.
ALTER USER 'root'@'localhost' IDENTIFIED BY '${root}';
