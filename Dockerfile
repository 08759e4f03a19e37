# A host of a cluster: a JRE, JMPI, and sshd. Built from the distribution, so first: mvn -DskipTests package
#
#   docker build -t jmpi .
#   docker build -t jmpi --build-arg BASE=eclipse-temurin:25-jdk .
#
# The base brings a JRE or JDK (17 or newer). Where it has OpenSSH as well, as a base made with debootstrap can, nothing is
# fetched from anywhere; else it is taken from the base's own packages, by apt-get.

ARG BASE=eclipse-temurin:17-jre
FROM ${BASE}

# No host keys in an image: whoever has it would have them. Each container makes its own.
RUN set -eu; \
    if ! command -v ssh >/dev/null || ! command -v sshd >/dev/null; then \
        apt-get update; \
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openssh-server openssh-client; \
        rm -rf /var/lib/apt/lists/*; \
    fi; \
    rm -f /etc/ssh/ssh_host_*

COPY launcher/target/jmpi /opt/jmpi
COPY launcher/src/main/docker/jmpi-node /usr/local/bin/jmpi-node
COPY launcher/src/main/docker/ssh_config /etc/ssh/ssh_config.d/jmpi.conf

# Who comes in by ssh has the plain PATH and no variables of the image: java and JMPI's commands are to be found even so.
RUN set -eu; \
    java=$(command -v java); \
    case $java in /usr/bin/java | /usr/local/bin/java) ;; *) ln -s "$java" /usr/local/bin/java ;; esac; \
    ln -s /opt/jmpi/bin/* /usr/local/bin/; \
    jmpiexec --prepare; \
    env -u JAVA_HOME PATH=/usr/local/bin:/usr/bin:/bin jmpiexec --prepare

EXPOSE 22
ENTRYPOINT ["jmpi-node"]
