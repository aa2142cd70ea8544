#!/bin/sh
# Lays Touchline's command line into a bare Debian system from the .deb, without the libraries of the window:
#   install.sh touchline_0.1.0_amd64.deb
# Containerfile runs it when the image is built, installer/test/clean-debian.sh in a clean root.
set -eu
# Unpacked, not installed: the package depends on GTK for its window, which no command needs.
dpkg-deb --extract "$1" /
ln -s /opt/touchline/bin/touchline /usr/local/bin/touchline
rm -rf /opt/touchline/bin/Touchline
useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin touchline
mkdir -p /data
chown touchline:touchline /data
