"""Prints the alerts of a night as they come: python3 alerts.py SERVER NIGHT"""

import http.client
import json
import sys
import time
import urllib.request

server = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8080"
night = sys.argv[2] if len(sys.argv) > 2 else "general-election-2024"
last_event_id = None

while True:
    request = urllib.request.Request(f"{server}/api/nights/{night}/stream?only=alerts")
    if last_event_id:
        request.add_header("Last-Event-ID", last_event_id)
    try:
        # The server gives a sign of life more often than this.
        with urllib.request.urlopen(request, timeout=60) as stream:
            event = {}
            for line in stream:
                field, _, value = line.decode("utf-8", "replace").rstrip("\n").partition(": ")
                if field:
                    event[field] = value
                    continue
                # The blank line: only now is the event here as a whole.
                for alert in json.loads(event.get("data", "{}")).get("alerts", []):
                    print(alert["id"], alert["revision"], alert["state"], alert["headline"], flush=True)
                last_event_id = event.get("id", last_event_id)
                event = {}
    except (OSError, http.client.HTTPException) as lost:
        print("The connection is gone:", lost, file=sys.stderr)
    time.sleep(2)
