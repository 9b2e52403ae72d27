"""Counts the invented year a second time, in SQLite, from what was made and not from the files that bulletin reads.

Takes the path of ledger.json (units, items, rows, law) and prints counts by unit, section and month as JSON.
"""

import json
import sqlite3
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    ledger = json.load(file)

db = sqlite3.connect(":memory:")
db.executescript(
    """
    CREATE TABLE unit (name TEXT PRIMARY KEY);
    CREATE TABLE item (id INTEGER PRIMARY KEY, section TEXT, month TEXT, points REAL);
    CREATE TABLE signs (item INTEGER, unit TEXT);
    CREATE TABLE row (id INTEGER PRIMARY KEY, month TEXT);
    CREATE TABLE sent (row INTEGER, unit TEXT);
    CREATE TABLE month (name TEXT PRIMARY KEY);
    """
)
law = ledger["law"]
db.executemany("INSERT INTO unit VALUES (?)", [(name,) for name in ledger["units"]])
db.executemany("INSERT INTO month VALUES (?)", [(f"2026-{number:02}",) for number in range(1, 13)])
for number, item in enumerate(ledger["items"]):
    points = law["sections"].get(item["section"], law["base"]) + law["levels"].get(item["level"], 0)
    db.execute("INSERT INTO item VALUES (?, ?, ?, ?)", (number, item["section"], item["date"][:7], points))
    db.executemany("INSERT INTO signs VALUES (?, ?)", [(number, unit) for unit in item["units"]])
for number, row in enumerate(ledger["rows"]):
    db.execute("INSERT INTO row VALUES (?, ?)", (number, row["received"][:7]))
    db.executemany("INSERT INTO sent VALUES (?, ?)", [(number, unit) for unit in row["units"]])

PART = "1.0 / count(*)" if law["joint"] == "split" else "1.0"
db.executescript(
    f"""
    CREATE VIEW item_part AS SELECT item, {PART} AS part FROM signs GROUP BY item;
    CREATE VIEW row_part AS SELECT row, {PART} AS part FROM sent GROUP BY row;
    CREATE VIEW printed AS
      SELECT unit, month, section, part, part * points AS points
      FROM signs JOIN item_part USING (item) JOIN item ON item.id = item;
    CREATE VIEW came AS
      SELECT unit, month, part FROM sent JOIN row_part USING (row) JOIN row ON row.id = row;
    CREATE VIEW name AS SELECT name FROM unit UNION SELECT unit FROM signs UNION SELECT unit FROM sent;
    -- What each unit of the register lacks of its quota, month by month.
    CREATE VIEW owed AS
      SELECT unit.name AS unit, month.name AS month,
        max(0, {law["perMonth"]} - coalesce((SELECT sum(part) FROM printed
          WHERE printed.unit = unit.name AND printed.month = month.name), 0)) AS missing
      FROM unit CROSS JOIN month;
    CREATE VIEW total AS
      SELECT name,
        name IN (SELECT name FROM unit) AS known,
        round(coalesce((SELECT sum(part) FROM printed WHERE unit = name), 0), 2) AS adopted,
        round(coalesce((SELECT sum(part) FROM came WHERE unit = name), 0), 2) AS received,
        round(coalesce((SELECT sum(missing) FROM owed WHERE unit = name), 0), 2) AS missing,
        round(coalesce((SELECT sum(points) FROM printed WHERE unit = name), 0)
          + coalesce((SELECT sum(missing) FROM owed WHERE unit = name), 0) * {law["missed"]}, 2) AS points
      FROM name;
    """
)
units = [
    dict(zip(("name", "known", "rank", "adopted", "received", "missing", "points"), row, strict=True))
    for row in db.execute(
        """
        SELECT name, known, rank() OVER (PARTITION BY known ORDER BY points DESC),
          adopted, received, missing, points FROM total
        """
    )
]
pairs = lambda query: {f"{unit}/{key}": round(value, 2) for unit, key, value in db.execute(query)}
json.dump(
    {
        "adopted": db.execute("SELECT count(*) FROM item").fetchone()[0],
        "received": db.execute("SELECT count(*) FROM row").fetchone()[0],
        "unsigned": db.execute("SELECT count(*) FROM item WHERE id NOT IN (SELECT item FROM signs)").fetchone()[0],
        "units": units,
        "sections": dict(db.execute("SELECT section, count(*) FROM item GROUP BY section")),
        "adoptedByMonth": dict(db.execute("SELECT month, count(*) FROM item GROUP BY month")),
        "receivedByMonth": dict(db.execute("SELECT month, count(*) FROM row GROUP BY month")),
        "unitSections": pairs("SELECT unit, section, sum(part) FROM printed GROUP BY unit, section"),
        "unitMonths": pairs("SELECT unit, month, sum(part) FROM printed GROUP BY unit, month"),
        "unitReceived": pairs("SELECT unit, month, sum(part) FROM came GROUP BY unit, month"),
    },
    sys.stdout,
    ensure_ascii=False,
)
