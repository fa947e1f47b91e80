#!/usr/bin/env python3
"""Builds ../stances and ../talks from the marked sources NN-*.src beside it; checks every mark. See ../README.md for the marks."""
import datetime, glob, json, pathlib, re, sys
HERE = pathlib.Path(__file__).resolve().parent; OUT = HERE.parent
KINDS = "accepts accepts_partly conditional open disapproves rejects demands offers threatens accuses denies".split()
READ = "gains_by_delay in_hurry leverage will_concede will_not_concede divided excluded secrecy drift other".split()
QK = "people points duration documents percent money meetings other".split()
ISSUES = set(re.findall(r'^  ([a-z_]+):$', (OUT.parent/'issues.yaml').read_text(), re.M))
STATUS = "held planned possible cancelled".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER = re.compile(r"\b(\d[\d.,:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|thirds?|quarters?|twice|tenths?|pair|single)\b", re.I)
DATE = re.compile(r"\b(January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow|tonight|weekend|last (night|week|month|year)|next (week|month|year)|spring|summer|autumn|winter|noon|midnight)\b", re.I)
bad = []
def err(i, *x): bad.append(f'{i}: ' + ' '.join(map(str, x)))

def parse(i, src):
    """Text without marks, and the marks: (header tokens, start, end, index of the enclosing mark)."""
    out, stack, marks, k = [], [], [], 0
    while k < len(src):
        ch = src[k]
        if ch == '{':
            j = src.find('|', k)
            if j < 0 or '\n' in src[k:j] or '{' in src[k+1:j]: err(i, 'no header at', src[k:k+60]); return ''.join(out), marks
            marks.append([src[k+1:j].split(), len(out), None, stack[-1] if stack else None]); stack.append(len(marks) - 1); k = j + 1
        elif ch == '}':
            if not stack: err(i, 'stray }', src[k-40:k+10]); k += 1; continue
            marks[stack.pop()][2] = len(out); k += 1
        elif ch == '|': err(i, 'stray |', src[k-40:k+10]); k += 1
        else: out.append(ch); k += 1
    for s in stack: err(i, 'unclosed', marks[s][0]); marks[s][2] = len(out)
    return ''.join(out), marks

def opts(tokens): return dict(t.split('=', 1) for t in tokens if '=' in t), [t for t in tokens if '=' not in t]
def lst(x, sep=','): return [y.replace('_', ' ') if sep == ';' else y for y in x.split(sep)] if x else []
def num(x): return None if x == '' else float(x) if '.' in x else int(x)
def none(x): return None if x == '-' else x

stances, talks, names, common = [], [], {}, set()
counts = {}
for path in sorted(glob.glob(str(HERE/'*.src'))):
    for block in re.split(r'^### ', pathlib.Path(path).read_text(encoding='utf-8'), flags=re.M)[1:]:
        head, body = block.split('\n---\n', 1); lines = head.strip().split('\n')
        i, date, style, talk = lines[0].split(None, 3) if lines[0].count('"') == 0 else re.match(r'(\S+) (\S+) "([^"]*)" (\S+)', lines[0]).groups()
        body = body.strip('\n') + '\n'
        text, marks = parse(i, body)
        day = datetime.date.fromisoformat(date)
        P, who, M, D, title = {}, {}, {}, {}, None
        for l in lines[1:]:
            if l.startswith('#') or not l.strip(): continue
            if l[0] == 'P':
                key, rest = re.match(r'P (\S+) = (.*)', l).groups()
                a, b, c = ([x.strip() for x in y.split(';') if x.strip()] for y in (rest.split('|') + ['', ''])[:3])
                pseudo = key.endswith('*'); com = key.endswith('~'); key = key.rstrip('*~')
                P[key] = a + b + c
                if not pseudo:
                    names.setdefault(key, []); names[key] += [x for x in a if x not in names[key]]
                    if b: who[key] = b
                    if com or any(x == x.lower() for x in a): common.add(key)
            elif l[0] == 'N':
                o, _ = opts(l.split()[1:])
                title = dict(principals=lst(o['principals']), mediators=lst(o.get('med', '')), alt_principals=[x.split('+') for x in lst(o.get('altp', ''))], alt_mediators=lst(o.get('altm', '')), bystanders=lst(o.get('by', ''), ';'))
            elif l[0] in 'MD':
                o, f = opts(l.split()[1:]); opt = '?' in f
                if l[0] == 'M':
                    dates = lst(o.get('date', '')); ps = lst(o.get('parties', ''))
                    if f[1] not in STATUS: err(i, 'status', f[1])
                    M[f[0]] = dict(status=f[1], alt_status=lst(o.get('alt', '')), parties=ps, required_parties=lst(o['req']) if 'req' in o else ps, optional_parties=lst(o.get('opt', '')),
                        who={}, place=lst(o.get('place', ''), ';') or None, alt_place=lst(o.get('altplace', ''), ';'), date=none(dates[0]) if dates else None, alt_dates=[none(x) for x in dates[1:]], duration=o.get('dur'),
                        kind=o.get('kind', 'talks'), optional=opt, any_parties='any' in f, any_date='anydate' in f, spans=[], texts=[])
                else: D[f[0]] = dict(by=o.get('by'), alt_by=lst(o.get('altby', '')), points=num(o['points']) if 'points' in o else None, alt_points=[num(x) for x in lst(o.get('altpts', ''))], optional=opt, spans=[], texts=[])
            else: err(i, 'line', l)
        def party(k, may=False):
            if may and k == '-': return None
            if k not in P: err(i, 'no party', k); return k
            return P[k][0]
        S, R, X, T, Q, Z, cov = [], [], [], [], [], [], []
        byid = {}; stance_of = {}
        for n, (h, a, b, up) in enumerate(marks):
            t = text[a:b]; tag = h[0]; o, f = opts(h[1:]); opt = '?' in f
            if t != t.strip() or not t: err(i, 'blank at the edge or empty', h, repr(t))
            if tag.split('#')[0] == 's':
                kinds, iss = f[1].split(','), f[2].split(',')
                for k in kinds:
                    if k not in KINDS: err(i, 'kind', k)
                for k in iss:
                    if k != '-' and k not in ISSUES: err(i, 'issue', k)
                tg = o.get('T', o.get('T?')); 
                s = dict(start=a, end=b, party=party(f[0]), stance=kinds[0], alternatives=kinds[1:], issue=none(iss[0]), issue_alternatives=[none(x) for x in iss[1:]], target=party(tg) if tg else None,
                         target_optional='T?' in o or 'T?' in f, condition=None, condition_optional=False, time='past' if 'past' in f else 'present', optional=opt, text=t)
                S.append(s); stance_of[n] = s
                if '#' in tag: byid[tag.split('#')[1]] = s
                if set(f[3:]) - {'?', 'past', 'T?'}: err(i, 'flags', f)
            elif tag[0] == 'c' and tag.split('@')[0] in ('c', 'c?'):
                if '@' in tag: s = byid[tag.split('@')[1]]
                else:
                    u = up
                    while u is not None and u not in stance_of: u = marks[u][3]
                    if u is None: err(i, 'condition without stance', t); continue
                    s = stance_of[u]
                s['condition'] = dict(start=a, end=b); s['condition_optional'] = tag.startswith('c?')
            elif tag == 'r':
                kinds = f[2].split(',')
                for k in kinds:
                    if k not in READ: err(i, 'reading', k)
                R.append(dict(start=a, end=b, holder=f[0].replace('_', ' '), subject=party(f[1], True), kind=kinds[0], alternatives=kinds[1:], condition=None, optional=opt, text=t))
            elif tag == 'n': X.append(dict(start=a, end=b, text=t))
            elif tag == 'x': T.append(dict(span=[a, b], text=t, why=' '.join(h[1:])))
            elif tag == 'q':
                kinds = f[0].split(',')
                for k in kinds:
                    if k not in QK: err(i, 'quantity', k)
                v = f[1]; lo, hi = (num(x) for x in v.split('..')) if '..' in v else (num(v), num(v))
                Q.append(dict(kind=kinds[0], alt_kinds=kinds[1:], low=lo, high=hi, optional=opt, fraction='frac' in f, any_of=[num(x) for x in lst(o.get('any', ''))], span=[a, b], text=t)); cov.append((a, b))
            elif tag == 't':
                vs = f[0].split(','); Z.append(dict(value=vs[0], alt=vs[1:], optional=opt, span=[a, b], text=t)); cov.append((a, b))
                for w, dn in enumerate(DAYS):
                    if re.search(rf'\b{dn}\b', t) and re.fullmatch(r'\d{4}-\d\d-\d\d.*', vs[0]) and '/' not in vs[0] and datetime.date.fromisoformat(vs[0][:10]).weekday() != w: err(i, 'weekday', t, vs[0], DAYS[datetime.date.fromisoformat(vs[0][:10]).weekday()])
            elif tag in M: M[tag]['spans'].append([a, b]); M[tag]['texts'].append(t)
            elif tag in D: D[tag]['spans'].append([a, b]); D[tag]['texts'].append(t)
            else: err(i, 'tag', h)
        for k, m in list(M.items()) + list(D.items()):
            if not m['spans']: err(i, 'no span', k)
        for m in M.values():
            m['who'] = {k: v for k, v in who.items() if k in m['parties'] + m['optional_parties']}
            for k in m['parties'] + m['optional_parties'] + m['required_parties']:
                if k not in P: err(i, 'meeting party', k)
        for k in title['principals'] + title['mediators'] + sum(title['alt_principals'], []) + title['alt_mediators'] + [d['by'] for d in D.values() if d['by']]:
            if k not in P: err(i, 'title party', k)
        for rx in (NUMBER, DATE):
            for m in rx.finditer(text):
                if not any(a <= m.start() < b for a, b in cov) and '--warn' in sys.argv: print(f'{i} unmarked {m.group()!r}: …{text[max(0, m.start()-30):m.end()+25]!r}')
        words = len(text.split())
        if not 90 <= words <= 440: print(f'{i} {words} words')
        file = f'texts/{i}.txt'
        stances.append((dict(id=i, file=file, date=date, style=style, parties=list(P.values()), stances=S, readings=R, distractors=X), text))
        talks.append((dict(id=i, file=file, date=date, style=style, negotiation=talk, words=words, title=title, meetings=list(M.values()), traps=T, drafts=list(D.values()), quantities=Q, times=Z), text))
for kind, docs in (('stances', stances), ('talks', talks)):
    d = OUT/kind/'texts'; d.mkdir(parents=True, exist_ok=True)
    for r, text in docs: (d/f"{r['id']}.txt").write_text(text, encoding='utf-8', newline='')
    # read back: each labelled text stands verbatim at its offsets
    for r, _ in docs:
        t = (OUT/kind/r['file']).read_text(encoding='utf-8')
        for x in r.get('stances', []) + r.get('readings', []) + r.get('distractors', []):
            if t[x['start']:x['end']] != x['text']: err(r['id'], 'offset', x['text'])
        for x in r.get('traps', []) + r.get('quantities', []) + r.get('times', []):
            if t[x['span'][0]:x['span'][1]] != x['text']: err(r['id'], 'offset', x['text'])
        for x in r.get('meetings', []) + r.get('drafts', []):
            for (a, b), y in zip(x['spans'], x['texts']):
                if t[a:b] != y: err(r['id'], 'offset', y)
(OUT/'stances/gold.json').write_text(json.dumps(dict(schema='heldout/stances/1', files=[r for r, _ in stances]), ensure_ascii=False, indent=1) + '\n', encoding='utf-8')
(OUT/'talks/gold.json').write_text(json.dumps(dict(about='Unseen reports about negotiations: own words, invented persons and events. Offsets are code points, half-open.', common=sorted(common), parties=names, reports=[r for r, _ in talks]), ensure_ascii=False, indent=1) + '\n', encoding='utf-8')
if len({r['id'] for r, _ in stances}) != len(stances): err('all', 'id twice')
import collections
C = collections.Counter
print(len(stances), 'reports,', len({r['negotiation'] for r, _ in talks}), 'talks,', len({r['style'] for r, _ in talks}), 'styles', dict(C(r['style'] for r, _ in talks)))
al = [s for r, _ in stances for s in r['stances']]
print('stances', len(al), 'optional', sum(s['optional'] for s in al), dict(C(s['stance'] for s in al if not s['optional'])), 'conditions', sum(bool(s['condition']) for s in al), 'past', sum(s['time'] == 'past' for s in al))
rd = [s for r, _ in stances for s in r['readings']]
print('readings', len(rd), 'optional', sum(s['optional'] for s in rd), dict(C(s['kind'] for s in rd)), 'distractors', sum(len(r['distractors']) for r, _ in stances))
for k in ('meetings', 'traps', 'drafts', 'quantities', 'times'):
    x = [m for r, _ in talks for m in r[k]]; print(k, len(x), 'optional', sum(m.get('optional', False) for m in x), dict(C(m['status'] for m in x if not m['optional'])) if k == 'meetings' else dict(C(m['kind'] for m in x if not m['optional'])) if k == 'quantities' else f"numbered {sum(bool(m['points']) for m in x)}" if k == 'drafts' else '')
print('\n'.join(bad) or 'all marks verbatim'); sys.exit(bool(bad))
