#!/usr/bin/env python3
"""Score what Ibid extracts from annotated documents (Python 3 standard library only).

usage: score.py BINARY SHARED [--details TABLE] [--set development]

Runs `BINARY export` over the three sets beside this script, and over SHARED/seeds where that folder exists, and
compares the tables with the labels by SHARED/tools/score.py. Without SHARED/tools it says so and does nothing.
`--details` prints each miss of a table, but not for the test set, which is held out."""
import argparse, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('shared', type=Path)
    parser.add_argument('--details')
    parser.add_argument('--set', choices=('seeds', 'development', 'names', 'test'))
    options = parser.parse_args()
    tools = options.shared / 'tools'
    if not (tools / 'score.py').exists():
        print(f'no scorer in {tools}: nothing to compare with')
        return
    for name in ('seeds', 'development', 'names', 'test'):
        texts = options.shared / 'seeds' if name == 'seeds' else HERE / name / 'texts'
        if options.set in (None, name) and texts.exists():
            print(f'# {name}', flush=True)
            score(name, texts, tools, options)


def score(name, texts, tools, options):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        gold = options.shared / 'gold' if name == 'seeds' else folder / 'gold'
        if name != 'seeds':
            run(sys.executable, HERE / 'build.py', texts, HERE / name / 'labels', gold)
        run(options.binary, 'export', '--quiet', '--format', 'jsonl', '--to', folder / 'export', texts)
        run(sys.executable, tools / 'adapt.py', folder / 'export', folder / 'found')
        details = ['--details', options.details] if options.details and name != 'test' else []
        run(sys.executable, tools / 'score.py', folder / 'found', gold, *details)
        if (HERE / name / 'domain').exists():
            print(f'# {name}, tables of the domain', flush=True)
            # The mean is of the tables that these labels do not have.
            run(sys.executable, tools / 'score.py', folder / 'found', HERE / name / 'domain', *details, without='MACRO')


def run(*command, without=None):
    """Runs a program; prints what it prints, but for lines that begin with a word."""
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    for line in done.stdout.splitlines():
        if without is None or not line.startswith(without):
            print(line, flush=True)
    if done.returncode != 0:
        sys.exit(f'failed: {" ".join(map(str, command))}')


if __name__ == '__main__':
    main()
