"""Makes names.slots, by which `NameTable` finds the lines of names.tsv: python3 Sources/CIbidData/make-slots.py

To be run after every change of names.tsv. The file is an open-addressing table of 32-bit numbers, little-endian, 0 a free
place. Every name has one at the hash of its bytes with ASCII letters in lower case, and so has every beginning of a longer name,
before a space, hyphen or apostrophe, that is no name itself: nine bits of the hash, where the line begins (for a beginning, the
first of its lines), and a bit that is 1 for a beginning.
"""

import pathlib
import struct

HERE = pathlib.Path(__file__).parent
SIZE = 1 << 19
TAG = 0xFF80_0000
JOINTS = b" -'"


def fnv(value, byte):
  return ((value ^ byte) * 16_777_619) & 0xFFFF_FFFF


def main():
  text = (HERE / "names.tsv").read_bytes()
  assert len(text) < 1 << 22, "offsets have 22 bits"
  slots = [0] * SIZE

  def insert(value, line, is_beginning):
    slot = (value ^ value >> 15) & (SIZE - 1)
    while slots[slot]:
      slot = (slot + 1) & (SIZE - 1)
    slots[slot] = value & TAG | line << 1 | is_beginning

  previous, start = b"", 0
  for row in text.splitlines(keepends=True):
    name = row.rstrip(b"\n").split(b"\t")[0].lower()
    shared = 0
    while shared < min(len(name), len(previous)) and name[shared] == previous[shared]:
      shared += 1
    value = 2_166_136_261
    for at, byte in enumerate(name):
      # A longer name makes its beginning known unless the line before begins with the same.
      if at > shared and byte in JOINTS:
        insert(value, start, 1)
      value = fnv(value, byte)
    # Of two lines for a name the first counts.
    if name != previous:
      insert(value, start, 0)
    previous = name
    start += len(row)
  (HERE / "names.slots").write_bytes(struct.pack("<%dI" % SIZE, *slots))


if __name__ == "__main__":
  main()
