#!/bin/sh
# Prints who stands where, then the alerts of a night as they come: sh alerts.sh SERVER NIGHT
set -eu
server=${1:-http://localhost:8080}
night=${2:-general-election-2024}

curl -sSf "$server/api/nights/$night/scoreboard"
echo
# To go on after what was read last, add: -H "Last-Event-ID: $id"
exec curl -sSfN "$server/api/nights/$night/stream?only=alerts"
