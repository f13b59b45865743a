#!/bin/bash
# Runs once beside the two MySQL containers: schemas and users on the writer, then the reader follows the writer.
set -euo pipefail

on() { mysql --host="$1" --user=root --password="$MYSQL_PASSWORD"; }

echo "Creating the schemas and the users on the writer ..."
# The same file as for local processes, with one password for all users.
sed -E "s/\\$\{[a-z]+\}/$MYSQL_PASSWORD/g" /setup/users.sql | on mysql-writer

echo "Letting the reader follow the writer ..."
on mysql-reader <<SQL
STOP REPLICA;
CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'mysql-writer', SOURCE_USER = 'replica',
  SOURCE_PASSWORD = '$MYSQL_PASSWORD', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1;
START REPLICA;
SET GLOBAL super_read_only = ON;
SQL
