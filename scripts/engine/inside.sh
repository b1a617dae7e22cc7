#!/bin/sh
# The first process in the engine's namespaces: when it ends, the kernel ends the daemon, containerd and every container.
#   inside.sh dockerd ARGS...
# Of the lines of standard input, one is a signal for the daemon (KILL, TERM), and the next starts it again. The end of the
# input is the end of all.
set -u
exec 3<&0 </dev/null

# Places where every daemon of a machine reads and writes, whatever folders it is given.
for shared in /etc/docker /run/docker /run/containerd; do
  mkdir -p "$shared" && mount -t tmpfs tmpfs "$shared"
done

# The daemon warns at every container where the host forwards nothing, and this one leaves the host as it is.
echo 1 >/run/docker/forwarding && mount --bind /run/docker/forwarding /proc/sys/net/ipv4/ip_forward

# By these files the two halves of this script tell each other what is meant. The lower one removes them.
away=/run/docker/away again=/run/docker/again over=/run/docker/over
signal_daemon() { kill "-$1" "$(cat /run/docker/process)"; }
(
  while read -r signal; do
    touch "$away"
    signal_daemon "$signal"
    read -r _ || break
    touch "$again"
    while [ -e "$away" ]; do sleep 0.02; done
  done <&3
  touch "$over"
  signal_daemon TERM # nothing it holds is worth waiting for a container that does not listen
  sleep 2
  signal_daemon KILL
) &

while :; do
  "$@" 3<&- &
  echo $! >/run/docker/process
  wait $!
  [ -e "$away" ] || break
  until [ -e "$again" ] || [ -e "$over" ]; do sleep 0.02; done
  [ -e "$over" ] && break
  rm "$again" "$away"
done
