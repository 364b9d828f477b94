# One image for every app: 'docker run election-night APP' is './election-night APP'.
# An image with Maven builds the jars. Where newer ones than the sources are there, it takes those, and any with a JRE does.
ARG BUILD_IMAGE=maven:3-eclipse-temurin-17
ARG RUNTIME_IMAGE=eclipse-temurin:17-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /source
COPY . .
# Two trees, so that a new build of ours does not store the libraries anew. All times are the same, so that the same jars
# make the same layers. The folder for state is open to whatever user a platform lets the container run as.
RUN ./election-night build \
 && libraries=/image/libraries/opt/election-night/lib ours=/image/ours/opt/election-night \
 && mkdir -p "$libraries" "$ours/lib" /image/ours/usr/local/bin /image/ours/var/lib/election-night \
 && mv quickstart/target/election-night.jar "$ours" \
 && for module in */pom.xml; do \
      find quickstart/target/lib -name "${module%/pom.xml}-[0-9]*.jar" -exec mv {} "$ours/lib" ';'; \
    done \
 && mv quickstart/target/lib/*.jar "$libraries" \
 && install ops/image/election-night /image/ours/usr/local/bin \
 && chmod 1777 /image/ours/var/lib/election-night \
 && find /image -exec touch -d 2026-11-23T00:00:00Z {} +

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Election Night" \
      org.opencontainers.image.description="A live general election on Apache Kafka: declarations in, running seat gains and alerts out." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /image/libraries /
COPY --from=build /image/ours /
# Loopback is of no use in a container; who reaches it is said where its ports are published.
ENV ELECTION_NIGHT_HOST=0.0.0.0 \
    ELECTION_NIGHT_ADMIN_HOST=0.0.0.0 \
    ELECTION_NIGHT_STATE_DIR=/var/lib/election-night/streams
USER 10001:10001
WORKDIR /var/lib/election-night
# Each app has its own port for ops, and a container has one app. Of what is in the base image to ask with, curl starts
# fastest, and Temurin keeps it on purpose.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["sh", "-c", "for port in ${ELECTION_NIGHT_ADMIN_PORT:-8081 8082 8083 8084}; do curl -fsS -o /dev/null http://127.0.0.1:$port/health/ready && exit; done; exit 1"]
ENTRYPOINT ["election-night"]
