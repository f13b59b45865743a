-- Answers are made anew where they stand, part by part: no table is made, altered or dropped for that any more. Given first, because
-- what is not there cannot be taken away, and this may run twice.
GRANT CREATE, DROP, ALTER, INDEX ON phoenix_read.* TO 'projector'@'%';
REVOKE CREATE, DROP, ALTER, INDEX ON phoenix_read.* FROM 'projector'@'%';
