"""Two changes of one record, made one."""
