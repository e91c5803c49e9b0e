#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL cluster on a free port, named to it by PALABRE_TEST_POSTGRES. The cluster goes when the
# command ends.
set -eu
folder=$(mktemp -d -t palabre-postgres.XXXXXX)
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v pg_ctl || echo /pg_ctl)")
[ -x "$bin/pg_ctl" ] || { echo "The PostgreSQL server is missing: apt-get install postgresql"; exit 1; }
as() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { runuser -u postgres -- "$@"; }
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
stop() { as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
cd "$folder" # postgres must be able to enter the working folder
as "$bin/initdb" -D "$folder/data" -U palabre -A trust -E UTF8 --locale=C --no-sync >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-h 127.0.0.1 -p $port -k $folder -c fsync=off -c max_connections=400" start >/dev/null || { cat "$folder/log"; exit 1; }
cd "$OLDPWD"
PALABRE_TEST_POSTGRES="postgres://palabre@127.0.0.1:$port" "$@"
