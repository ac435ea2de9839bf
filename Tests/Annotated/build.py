#!/usr/bin/env python3
"""Turn labels into the files that the scorer reads (Python 3 standard library only).

usage: build.py TEXTS LABELS OUT

TEXTS holds NAME.txt, LABELS holds NAME.jsonl with one label a line (README.md says how they are written).
OUT gets documents.jsonl, money.jsonl, figures.jsonl, dates.jsonl, quotes.jsonl and entities.jsonl, but none for
a table that has no label. Every record has file, doc (the row of its document in documents.jsonl, from 0), start and end (UTF-8 bytes,
half-open), text (exactly those bytes) and the fields of its table.

A label says where it stands by its exact characters: "text", where these occur more than once with "nth"
(from 1) or with "in", a stretch that occurs once in the file and holds the text once. A document says
"first" and "last", its first and last words.

Everything wrong is printed as FILE:LINE: what; then nothing is written and the exit code is 1."""
import json, os, re, sys

QUALIFIERS = {'exact', 'at_least', 'at_most', 'approx', 'range', 'vague'}
# table: (fields that must be there, fields that may be there with their defaults)
FIELDS = {
    'documents': (('title', 'published', 'issuer', 'kind', 'first', 'last'), {'published_inferred': None, 'title_alts': []}),
    'money': (('currency', 'low', 'high', 'qualifier', 'per'), {}),
    'figures': (('low', 'high', 'qualifier', 'unit', 'of', 'change'), {}),
    'dates': (('value', 'kind'), {'partial': None, 'value_inferred': None, 'value_alts': []}),
    'quotes': (('speaker', 'speaker_text', 'role', 'form'), {'partial': False, 'continued': False, 'speaker_alts': []}),
    'entities': (('type', 'name', 'aliases'), {'iso2': None, 'alt_types': []}),
}
EVERY = {'table', 'text', 'nth', 'in', 'optional', 'duplicate', 'note'}
WORDS = {                                           # closed sets of words
    ('documents', 'kind'): {'press_release', 'speech', 'news', 'blog', 'report', 'other'},
    ('money', 'qualifier'): QUALIFIERS, ('figures', 'qualifier'): QUALIFIERS,
    ('figures', 'change'): {None, 'increase', 'decrease'},
    ('dates', 'kind'): {'absolute', 'relative', 'range', 'duration_anchor'},
    ('quotes', 'form'): {'marks', 'block'},
    ('entities', 'type'): {'person', 'org', 'place', 'programme', 'law', 'event'},
}
DAY = r'\d{4}(-(Q[1-4]|\d\d(-\d\d)?))?(T\d\d:\d\d)?'
PATTERNS = {
    ('documents', 'published'): DAY, ('dates', 'value'): rf'{DAY}|T\d\d:\d\d|(\.\.|{DAY})/(\.\.|{DAY})',
    ('dates', 'partial'): r'--\d\d(-\d\d)?', ('money', 'currency'): r'[A-Z]{3}', ('entities', 'iso2'): r'[A-Z]{2}',
}


class Wrong(Exception):
    pass


def once(body, words, what, after=0):
    """The place of `words`, which stand in `body` once."""
    found = body.count(words, after)
    if not words or found != 1:
        raise Wrong(f'{what} {words!r} is found {found} times, not once')
    return body.index(words, after)


def place(body, label):
    """Where a label stands, in characters."""
    text = label.get('text')
    if not text:
        raise Wrong('no text')
    if 'in' in label:
        if 'nth' in label:
            raise Wrong('both in and nth')
        at = once(body, label['in'], 'in') + once(label['in'], text, 'in its stretch the text')
        return at, at + len(text)
    at, nth = -1, label.get('nth', 1)
    for _ in range(nth):
        at = body.find(text, at + 1)
        if at < 0:
            raise Wrong(f'text {text!r} is found {body.count(text)} times, nth is {nth}')
    return at, at + len(text)


def document_place(body, label):
    start = once(body, label['first'], 'first')
    last = body.find(label['last'], start)
    if last < 0:
        raise Wrong(f"last {label['last']!r} is not found after first")
    return start, last + len(label['last'])


def check(table, label, body):
    must, may = FIELDS[table]
    for key in must:
        if key not in label:
            raise Wrong(f'no {key}')
    for key in label:
        if key not in must and key not in may and key not in EVERY:
            raise Wrong(f'unknown field {key}')
    for (t, key), words in WORDS.items():
        if t == table and label[key] not in words:
            raise Wrong(f'{key} is {label[key]!r}')
    for (t, key), pattern in PATTERNS.items():
        if t == table and label.get(key) is not None and not re.fullmatch(pattern, label[key]):
            raise Wrong(f'{key} is {label[key]!r}')
    if table in ('money', 'figures'):
        low, high = label['low'], label['high']
        good = {'exact': low is not None and low == high, 'approx': low is not None and low == high,
                'range': None not in (low, high) and low < high, 'at_least': low is not None and high is None,
                'at_most': low is None and high is not None, 'vague': low is None and high is None}
        if not good[label['qualifier']]:
            raise Wrong(f"{label['qualifier']} with low {low} and high {high}")
    if table == 'entities':
        plain = ' '.join(body.replace('\u00ad', '').split())
        for alias in label['aliases']:
            if ' '.join(alias.split()) not in plain:
                raise Wrong(f'alias {alias!r} is not in the text')


def record(name, body, label, start, end):
    """The label as the scorer wants it."""
    table = label['table']
    must, may = FIELDS[table]
    before = len(body[:start].encode())
    row = {'file': name, 'doc': None, 'start': before, 'end': before + len(body[start:end].encode()), 'text': body[start:end]}
    row.update({k: label.get(k, may.get(k)) for k in (*must, *may) if k not in ('first', 'last')})
    if row.get('qualifier') == 'vague':             # as the annotations of the seed files write it
        row.update(qualifier='approx', vague=True)
    row.update({k: label[k] for k in ('duplicate', 'note') if k in label}, optional=label.get('optional', False))
    return row


def main(texts, labels, out):
    tables, wrong = {t: [] for t in FIELDS}, []
    names = {f[:-4] for f in os.listdir(texts) if f.endswith('.txt')}
    labelled = {f[:-6] for f in os.listdir(labels) if f.endswith('.jsonl')}
    wrong += [f'{n}.txt:1: no labels' for n in sorted(names - labelled)] + [f'{n}.jsonl:1: no text' for n in sorted(labelled - names)]
    for name in sorted(names & labelled):
        with open(os.path.join(texts, name + '.txt'), encoding='utf-8', newline='') as f:
            body = f.read()
        rows, seen = [], set()
        with open(os.path.join(labels, name + '.jsonl'), encoding='utf-8') as f:
            lines = f.read().split('\n')
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                label = json.loads(line)
                table = label.get('table')
                if table not in FIELDS:
                    raise Wrong(f'table is {table!r}')
                check(table, label, body)
                start, end = (document_place if table == 'documents' else place)(body, label)
                if table != 'entities' and (table, start, end) in seen:
                    raise Wrong(f'a second label of {table} at the same place')
                seen.add((table, start, end))
                rows.append((table, record(name + '.txt', body, label, start, end)))
            except (Wrong, ValueError) as e:
                wrong.append(f'{name}.jsonl:{number}: {e}')
        rows.sort(key=lambda r: r[1]['start'])
        first = len(tables['documents'])
        tables['documents'] += [r for t, r in rows if t == 'documents']
        documents = list(enumerate(tables['documents']))[first:]
        if not documents:
            wrong.append(f'{name}.jsonl:1: no document')
        for table, row in rows:
            row['doc'] = next((i for i, d in documents if d['start'] <= row['start'] < d['end']), None)
            if table != 'documents':
                tables[table].append(row)
            if row['doc'] is None:
                wrong.append(f"{name}.jsonl: {table} {row['text']!r} stands outside every document")
    if wrong:
        print('\n'.join(wrong), file=sys.stderr)
        return 1
    os.makedirs(out, exist_ok=True)
    for table, rows in tables.items():
        if not rows:
            continue
        with open(os.path.join(out, table + '.jsonl'), 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(r, ensure_ascii=False) + '\n' for r in rows)
    return 0


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
