#include "architecture/kinds/relational_database.h"

#include "architecture/kinds/rows.h"

namespace loadframe {

KindDescription describe(const RelationalDatabaseSettings*) {
  using S = RelationalDatabaseSettings;
  SettingsBuilder<S> rows;
  rows.add("connections", TR("Connections"), &S::connections, from(1, 1e6),
           TR("Queries at one time; each holds a connection."), "PostgreSQL: max_connections 100; MySQL 151")
      .add("backlog", TR("Backlog"), &S::backlog, from(0, 1e6),
           TR("Queries that may wait for a connection; more are rejected."), "PostgreSQL: too many clients")
      .add("read_time", TR("Read time"), &S::read_time, any_duration(), TR("CPU work of a point read."),
           "an indexed point read takes 0.1-1 ms")
      .add("join_time", TR("Join time"), &S::join_time, any_duration(),
           TR("CPU work of a read whose request class is a join."), "a join takes 1-100 ms")
      .add("write_time", TR("Write time"), &S::write_time, any_duration(),
           TR("CPU work of a write; its replicas do the same work when they apply it."))
      .add("disk_time", TR("Disk time"), &S::disk_time, any_duration(),
           TR("Time in which a query waits for the disk without using CPU."), "NVMe 20-100 us, disk seek 3-10 ms")
      .add("row_locks", TR("Row locks"), &S::row_locks,
           TR("A write locks its key until it is done; other writes to it wait, and hold their connections."),
           "PostgreSQL and InnoDB lock each row that they write");
  rows.group(TR("Replication"))
      .add("replication", TR("Replication"), &S::replication,
           {{"asynchronous", TR("Asynchronous")}, {"synchronous", TR("Synchronous")}},
           TR("Synchronous: a write is answered after every replica has applied it, but for those that are dead or do not "
              "answer at all: it goes on without them."),
           "PostgreSQL: streaming replication is asynchronous unless synchronous_standby_names is set")
      .add("failover", TR("Failover"), &S::failover,
           TR("When the primary is lost, the replica that has most of its writes becomes the primary; writes that it "
              "had not received are lost."),
           "Patroni, RDS Multi-AZ");
  rows.only_when([](const S& s) { return s.failover; })
      .add("detection_time", TR("Detection"), &S::detection_time, positive_duration(),
           TR("How long the primary is silent before it is held for lost."), "Patroni: ttl 30 s")
      .add("promotion_time", TR("Promotion"), &S::promotion_time, any_duration(),
           TR("From the election until the new primary takes writes, once it has applied what it received."),
           "RDS Multi-AZ fails over in 60-120 s in all");
  rows.always()
      .group(TR("Machine"))
      .add("cores", TR("Cores"), &S::cores, from(1, 1024), TR("CPU cores, when it stands on no host."))
      .add("boot_time", TR("Boot time"), &S::boot_time, any_duration(), TR("From restart to serving."),
           "a process boots in 1-10 s");
  add_price_rows(rows, "AWS m5.xlarge (4 vCPU, 16 GiB): 0.192 USD/h");
  return {"relational-database",
          TR("Relational database"),
          Tier::data,
          TR("Answers reads and writes. Wire it to another database to make that a read replica: callers wired to "
             "replicas send them their reads, and writes go to the primary."),
          "db",
          {"relational-database"},
          rows.build()};
}

}  // namespace loadframe
