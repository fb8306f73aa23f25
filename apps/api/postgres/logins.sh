#!/bin/bash
# Run once by the PostgreSQL image, on an empty cluster: the base and its two logins. The owner migrates and is
# held by row-level security like everybody; the application's login owns nothing.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$DATABASE_OWNER_PASSWORD" --set=app_password="$DATABASE_APP_PASSWORD" <<'SQL'
create role jonction_owner login nosuperuser nobypassrls nocreatedb createrole inherit password :'owner_password';
create role jonction_app_login login nosuperuser nobypassrls nocreatedb nocreaterole inherit password :'app_password';
create database jonction owner jonction_owner;
revoke all on database jonction from public;
grant connect on database jonction to jonction_app_login;
SQL
