#!/bin/sh
# The world of a cluster: network, mount and process namespaces in which its hosts are made. It lasts as long as standard
# input is open, so as long as the JVM that made it; when this process, the first of its namespace, is gone, the kernel
# ends all others in it, and with them go the networks. Says the number that the machine knows it by.
set -eu
mkdir -p /run/netns
mount -t tmpfs none /run/netns
ip link set lo up
read -r pid rest </proc/self/stat
echo "world $pid"
while read -r line; do
    :
done
