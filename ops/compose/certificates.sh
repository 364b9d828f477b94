#!/bin/bash
# Makes, once, what docker-compose.secured.yml is secured with: an authority, certificates for the brokers and for the
# operator, passwords for the apps. Every party has a folder in /secrets that is a volume nobody else mounts; the
# authority's key is in one that only this script has.
set -euo pipefail
umask 077
cd /secrets
[ ! -f authority/done ] || exit 0
# What is there was left by one that was interrupted, and nobody has used it.
find . -mindepth 2 -delete

readonly days=397
readonly kafka=1000 apps=10001
readonly clients='producer streams-app consumer-dashboard newsroom'

random() { head -c 32 /dev/urandom | base64 | tr -d '=\n' | tr '/+' '_-'; }

# Passwords come from files: everybody sees a command line.
keys() {
  local party=$1
  shift
  keytool "$@" -keystore "$party/keystore.p12" -storetype PKCS12 -storepass:file "$party/password" -alias "$party" \
    -J-XX:TieredStopAtLevel=1 2>>"$party/log" || { cat "$party/log" >&2; exit 1; }
}

key_pair() {
  local party=$1
  shift
  random >"$party/password"
  keys "$party" -genkeypair -keyalg EC -groupname secp256r1 -dname "CN=$party" -validity "$days" "$@"
}

# A key that the authority vouches for, such as: certificate kafka-1 -ext san=dns:kafka-1
certificate() {
  local party=$1
  shift
  key_pair "$party"
  keys "$party" -certreq | keys authority -gencert -rfc -validity "$days" "$@" | cat - authority/ca.pem >"$party/chain.pem"
  keys "$party" -importcert -noprompt -file "$party/chain.pem"
  rm "$party/chain.pem"
}

give() {
  rm -f "$1/log"
  cp authority/ca.pem "$1"
  chown -R "$2:$2" "$1"
}

key_pair authority -ext bc:c
keys authority -exportcert -rfc >authority/ca.pem

for broker in kafka-1 kafka-2 kafka-3; do
  certificate "$broker" -ext "san=dns:$broker" -ext eku=serverAuth,clientAuth
  give "$broker" "$kafka"
done

certificate operator -ext eku=clientAuth
cat >operator/client.properties <<P
security.protocol=SSL
ssl.truststore.type=PEM
ssl.truststore.location=/secrets/ca.pem
ssl.keystore.type=PKCS12
ssl.keystore.location=/secrets/keystore.p12
ssl.keystore.password=$(cat operator/password)
P

mkdir -p operator/scram
for client in $clients; do
  password=$(random)
  printf %s "$password" >"operator/scram/$client"
  cat >"$client/client.properties" <<P
security.protocol=SASL_SSL
ssl.truststore.type=PEM
ssl.truststore.location=/secrets/ca.pem
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="$client" password="$password";
P
  give "$client" "$apps"
done
give operator "$apps"
touch authority/done
