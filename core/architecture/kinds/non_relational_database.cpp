#include "architecture/kinds/non_relational_database.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const NonRelationalDatabaseSettings*) {
  using S = NonRelationalDatabaseSettings;
  SettingsBuilder<S> rows;
  rows.add("model", TR("Data model"), &S::model,
           {{"key-value", TR("Key-value")},
            {"document", TR("Document")},
            {"column", TR("Wide column")},
            {"graph", TR("Graph")}},
           TR("Multiplies its times: a key-value pair costs 1, a document 2, a wide row 1.5, a step in a graph 3. A "
              "join costs the caller one lookup for each row; a graph walks them by itself."),
           "orders of magnitude: a key-value get 0.1-1 ms, a document with secondary index 1-2 ms, a traversal step "
           "about 1 ms")
      .add("nodes", TR("Nodes"), &S::nodes, from(1, 1000),
           TR("Machines of the cluster. Each holds an equal part of a ring of keys."))
      .add("replication_factor", TR("Copies (N)"), &S::replication_factor, from(1, 100),
           TR("How many nodes hold each key: the one whose part it is in, and the next ones on the ring."),
           "Cassandra, Dynamo: 3")
      .add("read_quorum", TR("Read quorum (R)"), &S::read_quorum, from(1, 100),
           TR("A read is answered after so many nodes answered. R + W > N reads what was written last."),
           "Cassandra: consistency level ONE")
      .add("write_quorum", TR("Write quorum (W)"), &S::write_quorum, from(1, 100),
           TR("A write is answered after so many nodes have it; it is sent to all N."), "Dynamo (2007): N 3, R 2, W 2")
      .add("read_fan_out", TR("Reads ask"), &S::read_fan_out, {{"quorum", TR("R nodes")}, {"all", TR("All N nodes")}},
           TR("Ask as many nodes as must answer, or all and take the first answers."),
           "Cassandra asks R, Dynamo all N");
  rows.group(TR("Failures"))
      .add("detection_time", TR("Detection"), &S::detection_time, any_duration(),
           TR("How long a node is silent before the others hold it for dead and ask it no more."),
           "Cassandra: phi accrual, about 10-20 s")
      .add("hinted_handoff", TR("Hinted hand-off"), &S::hinted_handoff,
           TR("Writes for a dead node are kept by another one and handed over when it is back."),
           "Cassandra: hinted_handoff_enabled true")
      .only_when([](const S& s) { return s.hinted_handoff; })
      .add("hint_window", TR("Hint window"), &S::hint_window, any_duration(),
           TR("How long after a node's death hints are kept for it."), "Cassandra: max_hint_window 3 h")
      .add("sloppy_quorum", TR("Sloppy quorum"), &S::sloppy_quorum, TR("A hint counts towards the write quorum."),
           "Dynamo (2007)");
  rows.always()
      .group(TR("Work"))
      .add("read_time", TR("Read time"), &S::read_time, any_duration(), TR("CPU work of a node for a read."))
      .add("write_time", TR("Write time"), &S::write_time, any_duration(), TR("CPU work of a node for a write."))
      .add("disk_time", TR("Disk time"), &S::disk_time, any_duration(),
           TR("Time in which it waits for the disk without using CPU."), "NVMe 20-100 us, disk seek 3-10 ms")
      .add("node_latency", TR("Latency between nodes"), &S::node_latency, any_duration(), TR("One way."),
           "round trip in a zone: 0.2-0.5 ms")
      .add("timeout", TR("Timeout"), &S::timeout, positive_duration(),
           TR("How long a coordinator waits for its quorum."), "Cassandra: read_request_timeout 5 s")
      .add("connections", TR("Connections"), &S::connections, from(1, 1e7), TR("Operations at one time, of each node."))
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e7),
           TR("Operations that may wait, of each node; more are rejected."));
  rows.group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores of each node."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a virtual machine boots in 30-120 s");
  add_price_rows(rows, "AWS m5.xlarge (4 vCPU, 16 GiB): 0.192 USD/h; of each node");
  return {"non-relational-database",
          TR("Non-relational database"),
          Tier::data,
          TR("A cluster that spreads keys over nodes and copies each to several of them. Reads and writes wait for a "
             "quorum of copies. It knows no joins: the caller looks up row by row."),
          "nosql",
          {},
          rows.build()};
}

}  // namespace loadframe
