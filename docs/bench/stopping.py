"""Times Ctrl-C at the prompt: python3 docs/bench/stopping.py BINARY [ROWS] [STEP …]

Makes a table, runs a query for each step to its end, then again several times with Ctrl-C at moments spread over its run, and
prints how long the prompt took to come back. Seconds by the clock, so the machine has to be quiet.
"""

import fcntl
import os
import pty
import random
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

PROMPT = b"ibid> "
MOMENTS = 8
LONGEST = 8.0

STEPS = {
    "where": "t | where words contains \"er\" and f > 0.5 | count",
    "where about": "t | derive q = about(as_unit(n, \"boats\")) | where q > 10 | count",
    "derive text": "t | derive w = upper(words), l = length(words) | count",
    "derive": "t | derive y = year(day), m = amount * 3, z = f * n | where z > 1 and y > 2001 | count",
    "if": "t | derive y = if n > 5 then words else grp | where y == \"a\" | count",
    "sort": "t | sort words, f desc | take 3",
    "sort amount": "t | sort amount desc, n",
    "top": "t | top 5 by f per words",
    "distinct": "t | distinct words, n | count",
    "summarize": "t | summarize s = sum(amount), m = median(f), l = list(n), c = count_distinct(words) by b",
    "set": "t | summarize s = set(words) by grp | count",
    "join pairs": "t | join r = (t | where n < 300) on grp == r.grp | count",
    "join on condition": "t | join r = (t | where n < 300) on grp == r.grp and f < r.f | count",
    "left join": "t | left join r = (t | where n < 20) on words == r.words | count",
    "full join": "t | full join r = (t | where n < 20) on a == r.b | count",
    "semi join": "t | semi join r = (t | where n < 20) on words == r.words | count",
    "asof join": "t | asof join r = (t | where n < 200000) on grp == r.grp and day >= r.day | count",
    "union": "t | union (t) | union (t) | distinct words, f | count",
    "lists": "t | derive l = split(words, \" \") | derive s = sorted(l), d = distinct(l) | derive j = join(s, \",\") | count",
    "range": "t | derive l = range(1, mod(n, 4)) | derive s = l.sum() | where s > 5 | count",
    "unnest": "t | derive l = split(words, \" \") | unnest l | count",
    "pairs": "t | select id, l = split(words, \" \") | pairs of l | count",
    "row number": "t | derive r = row_number(per words sort f) | where r == 1 | count",
    "rank": "t | derive r = rank(per b sort f) | where r == 1 | count",
    "lag": "t | derive p = lag(f per b sort day) | where p > 0.5 | count",
    "running sum": "t | derive s = sum(f per b sort day) | where s > 0.5 | count",
    "frames": "t | derive s = median(f per b sort day rows 20) | where s > 0.5 | count",
    "pivot": "t | where n < 400000 | pivot sum(f) for year_number(day) by grp",
    "unpivot": "t | select id, n, m = n + 1, k = n + 2 | unpivot n, m, k into what, value | count",
    "fill": "t | summarize c = count() by a, d = day(day) | fill d = @2001-01..@2003-12 by a | count",
    "search": "t | search \"river bridge\" | take 3",
    "describe": "t | describe",
    "conflicts": "t | where id < 300000 | conflicts of n by grp | count",
    "components": "t | components along a to b | count",
    "reach": "t | reach along a to b from \"n1\" | count",
    "paths": "t | paths along a to b from \"n1\" to \"n9\" | count",
    "without": "t | without \"n1\" along a to b | count",
    "cite": "t | sort f | cite | take 3",
    "cite groups": "t | summarize s = sum(f) by b | cite | take 3",
    "cite join": "t | join r = (t | where n < 20) on words == r.words | cite | take 3",
    "explain analyze": "explain analyze t | sort words, f | derive r = rank(per b sort f) | distinct r, words",
}


def table(path, rows):
    """A table whose texts repeat now and then, with a network of half as many nodes as rows."""
    draw = random.Random(7)
    words = "river bridge harbour school library clinic fund grant report survey border coast island letter order".split()
    with open(path, "w") as file:
        file.write("id,n,grp,f,day,amount,words,a,b\n")
        for row in range(rows):
            text = " ".join(draw.choice(words) for _ in range(4)) + " %d" % draw.randrange(rows // 3 + 1)
            day = "20%02d-%02d-%02d" % (draw.randrange(1, 24), draw.randrange(1, 13), draw.randrange(1, 29))
            file.write("%d,%d,g%d,%.6f,%s,£%d,%s,n%d,n%d\n" % (
                row, draw.randrange(1_000_000), draw.randrange(1000), draw.random(), day, draw.randrange(1_000_000), text,
                draw.randrange(rows // 2 + 10), draw.randrange(rows // 2 + 10)))


class Prompt:
    """The program on a terminal of its own."""

    def __init__(self, binary, arguments=()):
        self.start = time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # A home of its own: no start-up file, no history.
            os.environ.update(TERM="xterm", NO_COLOR="1", HOME=tempfile.mkdtemp())
            os.execv(binary, [binary, *arguments])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 300, 0, 0))
        self.text = b""

    def send(self, text):
        os.write(self.terminal, text)

    def expect(self, text, seconds):
        """Seconds until it is shown; None if it was not in time."""
        start = time.monotonic()
        while text not in self.text:
            left = start + seconds - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                return None
            try:
                self.text += os.read(self.terminal, 65536)
            except OSError:
                return None
        self.text = self.text[self.text.index(text) + len(text):]
        return time.monotonic() - start

    def drain(self):
        while select.select([self.terminal], [], [], 0.03)[0]:
            self.text += os.read(self.terminal, 65536)
        self.text = b""

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


def main():
    binary, rows = sys.argv[1], int(float(sys.argv[2])) if len(sys.argv) > 2 else 1_000_000
    wanted = sys.argv[3:]
    path = os.path.join(tempfile.gettempdir(), "ibid-stopping-%d.csv" % rows)
    if not os.path.exists(path):
        table(path, rows)
    prompt = Prompt(binary)
    prompt.expect(PROMPT, 20)
    prompt.send(b'load "%s" as t\r' % path.encode())
    prompt.expect(b"\n", 2)
    print("loaded in %.2f s" % (prompt.expect(PROMPT, 120) or -1))
    print("| step | seconds | median ms to the prompt | longest |\n|---|---:|---:|---:|")
    for step, query in STEPS.items():
        if wanted and step not in wanted:
            continue
        prompt.drain()
        prompt.send(query.encode() + b"\r")
        prompt.expect(b"\n", 2)
        whole = prompt.expect(PROMPT, LONGEST)
        answer = whole is not None
        if not answer:
            prompt.send(b"\x03")
            prompt.expect(PROMPT, 60)
            whole = LONGEST
        times, over = [], 0
        for moment in range(MOMENTS):
            prompt.drain()
            prompt.send(query.encode() + b"\r")
            prompt.expect(b"\n", 2)
            time.sleep(whole * (moment + 0.5) / MOMENTS * 0.9)
            if prompt.expect(PROMPT, 0) is not None:
                over += 1
                continue
            start = time.monotonic()
            prompt.send(b"\x03")
            if prompt.expect(PROMPT, 60) is None:
                print("lost the prompt in", step)
                return
            times.append((time.monotonic() - start) * 1000)
        if times:
            print("| %s | %s%.2f | %.0f | %.0f |" % (
                step, "" if answer else "> ", whole, statistics.median(times), max(times)), flush=True)
    prompt.end()


if __name__ == "__main__":
    main()
