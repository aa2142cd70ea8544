#!/bin/sh
# Tries the Debian package where nothing else is: in a bare Debian root it is installed, used from the command line and as a window, and
# removed; then the steps of the Containerfile are taken in another bare root.
#   sudo installer/test/clean-debian.sh [target/installer/touchline_0.1.0_amd64.deb]      after mvn -Pinstaller
# Needs root, debootstrap, Xvfb, x11-utils (xwininfo) and imagemagick outside of the root. The roots are made in
# target/clean-debian, where the window's picture and the log stay. MIRROR (by default the one of this machine's
# apt) and SUITE choose another Debian.
set -eu
cd "$(dirname "$0")/../.."
package=$(realpath "${1:-target/installer/touchline_0.1.0_amd64.deb}")
work=$(pwd)/target/clean-debian
mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1)}
suite=${SUITE:-bookworm}
screen=${SCREEN:-:93}
train="touchline train --train-start 2018-06-01 --train-end 2018-07-05 --val-end 2018-07-16 --draws 2000 --chains 4 --version v1.1 --quiet"
predict='touchline predict v1.1 --player "Bartek Pioka" --opponent Ysmark --home'

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

root=''
xvfb=''
leave() {
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  if [ -n "$root" ]; then
    for place in tmp/.X11-unix dev/pts dev/shm dev proc; do
      if mountpoint -q "$root/$place"; then umount "$root/$place"; fi
    done
  fi
}
trap leave EXIT
trap 'exit 130' INT TERM

# A bare Debian: what is essential, apt, and nothing else.
bare() {
  leave
  root=$work/$1
  rm -rf "$root"
  mkdir -p "$work"
  if [ ! -e "$work/$suite.tar" ]; then
    debootstrap --variant=minbase --make-tarball="$work/$suite.tar" "$suite" "$work/seed" "$mirror" >"$work/debootstrap.log" 2>&1 \
      || fail "debootstrap: see $work/debootstrap.log"
  fi
  debootstrap --variant=minbase --unpack-tarball="$work/$suite.tar" "$suite" "$root" "$mirror" >>"$work/debootstrap.log" 2>&1 \
    || fail "debootstrap: see $work/debootstrap.log"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  mount --bind /dev/pts "$root/dev/pts"
  mount -t tmpfs tmpfs "$root/dev/shm"
}

within() { env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
analyst() { within su -s /bin/sh -c "cd; $1" analyst; }
# Every file with what packages keep about themselves left out.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/lib/dpkg -o -path ./var/lib/apt \
    -o -path ./var/cache -o -path ./var/log -o -path ./run \) -prune -o -print | sort)
}

say "A bare Debian ($suite, $(dpkg --print-architecture))"
bare root
within sh -c 'command -v java python3 gcc' && fail "the root is not bare" || true
within useradd --create-home analyst
cp "$package" "$root/tmp/touchline.deb"
within apt-get -q update >"$work/apt.log" 2>&1 || fail "apt-get update: see $work/apt.log"
files >"$work/before.txt"

say "Installing $(basename "$package"), $(du -m "$package" | cut -f1) MB"
within apt-get install -q -y --no-install-recommends /tmp/touchline.deb >>"$work/apt.log" 2>&1 || fail "apt-get install: see $work/apt.log"
echo "the program takes $(du -sm "$root/opt/touchline" | cut -f1) MB; packages brought along: $(grep -c '^Setting up' "$work/apt.log")"
find "$root/opt/touchline" \( -name '*windows*' -o -name '*macosx*' -o -name '*android*' -o -name '*.dll' -o -name '*.dylib' \) | grep . \
  && fail "native parts of other systems are inside" || true

say "The command line, as an ordinary user"
analyst "touchline --version"
analyst "touchline data status" | head -5
begin=$(date +%s)
analyst "$train" || fail "training ended with $?"
echo "trained in $(($(date +%s) - begin)) s"
analyst "$predict" || fail "predicting ended with $?"
analyst "touchline help installation" | head -3
analyst "touchline doctor" || fail "the doctor ended with $?"

say "The window"
Xvfb "$screen" -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
mkdir -p "$root/tmp/.X11-unix"
sleep 2
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
analyst "DISPLAY=$screen /opt/touchline/bin/Touchline" >"$work/window.log" 2>&1 &
window=$!
tries=0
until DISPLAY=$screen xwininfo -root -tree 2>/dev/null | grep -q '"Touchline"'; do
  tries=$((tries + 1))
  kill -0 "$window" 2>/dev/null || fail "the window ended: $(cat "$work/window.log")"
  [ "$tries" -lt 60 ] || fail "no window within a minute"
  sleep 1
done
sleep 8
DISPLAY=$screen import -window root "$work/window.png"
colours=$(convert "$work/window.png" -format %k info:)
echo "the window is open; its picture has $colours colours: $work/window.png"
[ "$colours" -gt 100 ] || fail "the window is empty"
kill "$xvfb"
xvfb=''
wait "$window" 2>/dev/null || true
umount "$root/tmp/.X11-unix"

say "Removing it"
within apt-get purge -q -y touchline >>"$work/apt.log" 2>&1 || fail "apt-get purge: see $work/apt.log"
within apt-get autoremove -q -y --purge >>"$work/apt.log" 2>&1 || fail "apt-get autoremove: see $work/apt.log"
files >"$work/after.txt"
left=$(comm -13 "$work/before.txt" "$work/after.txt")
printf '%s\n' "$left" >"$work/left.txt"
echo "left outside of the user's home: ${left:-nothing}"
printf '%s\n' "$left" | grep -i touchline && fail "something of Touchline is left" || true
echo "left in the user's home:"
(cd "$root/home/analyst" && du -sm .local/share/touchline .javacpp 2>/dev/null)

say "The steps of the Containerfile, in another bare root"
bare container
mkdir -p "$root/build"
cp installer/container/install.sh "$package" "$root/build/"
within sh /build/install.sh "/build/$(basename "$package")"
rm -r "$root/build"
container() { within su -s /bin/sh -c "cd /data; export TOUCHLINE_HOME=/data; $1" touchline; }
container "touchline --version"
container "$train" || fail "training ended with $?"
container "$predict --json" | head -c 300
echo
echo "the layer takes $(du -sm "$root/opt/touchline" | cut -f1) MB"

say "All of it works"
