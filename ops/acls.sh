#!/bin/sh
# The rights of every app of Election Night and nothing more; made by './election-night acls'.
# BOOTSTRAP_SERVERS names the cluster, COMMAND_CONFIG the client properties of whoever may alter its rights,
# KAFKA_ACLS Kafka's tool where it is not found by its name.
set -eu
add() {
  "${KAFKA_ACLS:-kafka-acls.sh}" --bootstrap-server "${BOOTSTRAP_SERVERS:-localhost:9092}" \
    ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} --add "$@"
}

# producer
add --allow-principal User:producer --operation Write --operation DescribeConfigs \
  --topic seats --topic declarations --topic rejected

# streams-app
add --allow-principal User:streams-app --operation Read --operation DescribeConfigs \
  --topic seats --topic declarations
add --allow-principal User:streams-app --operation Write --operation DescribeConfigs \
  --topic updates --topic results --topic scoreboard --topic alerts --topic rejected
add --allow-principal User:streams-app --operation Read --operation Write --operation DescribeConfigs \
  --topic streams-app-elections-changelog --topic streams-app-nights-changelog --topic streams-app-seats-changelog
add --allow-principal User:streams-app --operation Read \
  --group streams-app
add --allow-principal User:streams-app --operation Write \
  --resource-pattern-type prefixed --transactional-id streams-app-

# consumer-dashboard
add --allow-principal User:consumer-dashboard --operation Read --operation DescribeConfigs \
  --topic seats --topic updates

# webhooks
add --allow-principal User:webhooks --operation Read --operation DescribeConfigs \
  --topic alerts
add --allow-principal User:webhooks --operation Read \
  --resource-pattern-type prefixed --group webhooks-

# newsroom
add --allow-principal User:newsroom --operation Read \
  --topic seats --topic declarations --topic updates --topic results --topic scoreboard --topic alerts --topic rejected
add --allow-principal User:newsroom --operation Describe \
  --group streams-app
add --allow-principal User:newsroom --operation Read \
  --resource-pattern-type prefixed --group newsroom-

# news-desk
add --allow-principal User:news-desk --operation Write --operation DescribeConfigs \
  --topic declarations
