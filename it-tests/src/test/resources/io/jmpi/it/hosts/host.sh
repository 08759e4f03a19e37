#!/bin/sh
# The first process of a host, in namespaces of its own: host name, files that hosts do not share, then sshd.
#
#   host.sh NAME SETUP HOME KEPT...
#
# SETUP holds hosts, host_key, sshd_config, and ssh/, which becomes HOME/.ssh. KEPT directories, in one of which SETUP is,
# are seen as they are outside, even below /tmp or HOME, which are the host's own.
set -eu
name=$1
setup=$2
home=$3
shift 3

read -r pid rest </proc/self/stat
hostname "$name"

# What is kept is held fast outside of what is about to be covered.
mount -t tmpfs none /mnt
held=0
for kept in "$@"; do
    held=$((held + 1))
    mkdir "/mnt/$held"
    mount --bind "$kept" "/mnt/$held"
done
mount -t tmpfs -o mode=1777 none /tmp
mount -t tmpfs -o mode=0700 none "$home"
mount -t tmpfs -o mode=1777,size=64m shm /dev/shm
mount -t tmpfs -o mode=0755 none /run
held=0
for kept in "$@"; do
    held=$((held + 1))
    mkdir -p "$kept"
    mount --bind "/mnt/$held" "$kept"
    umount "/mnt/$held"
done
umount /mnt
mount -t proc proc /proc

mount --bind "$setup/hosts" /etc/hosts
mkdir -p -m 0755 /run/sshd
mkdir -m 0700 "$home/.ssh"
cp "$setup"/ssh/* "$home/.ssh"
chmod 0600 "$home"/.ssh/*
cp "$setup/host_key" /run/sshd/host_key
chmod 0600 /run/sshd/host_key
ip link set lo up
echo "host $pid"
exec /usr/sbin/sshd -D -e -f "$setup/sshd_config"
