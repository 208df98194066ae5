// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "job/store.hpp"

#include "compress/members.hpp"
#include "job/tsv.hpp"
#include "rdf/sink.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

namespace khabar::job {
namespace {

constexpr int kVersion = 1;
constexpr int kApplication = 0x6B686162;  // "khab"

constexpr std::string_view kSchema =
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE block(number INTEGER PRIMARY KEY, extents TEXT NOT NULL, known TEXT NOT NULL, origins TEXT NOT NULL,"
    " articles TEXT NOT NULL, crc INTEGER NOT NULL);";

std::string extents_text(const Block& block) {
  std::string text;
  for (const auto& extent : block.extents) text += std::to_string(extent.size) + ' ' + std::to_string(extent.crc) + '\n';
  return text;
}

}  // namespace

void State::place() {
  std::array<std::uint64_t, kParts> offsets{};
  for (std::size_t part = 0; part < kParts; ++part) offsets[part] = kPartRows[part].head.size();
  for (auto& block : blocks)
    for (std::size_t part = 0; part < kParts; ++part) {
      auto& extent = block.extents[part];
      if (extent.size == 0) continue;
      if (offsets[part] > kPartRows[part].head.size()) offsets[part] += kPartRows[part].between.size();
      extent.offset = offsets[part];
      offsets[part] += extent.size;
    }
}

struct Store::Impl {
  explicit Impl(const std::filesystem::path& path) : name(path.string()) {
    const int code = sqlite3_open_v2(name.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
      const std::string reason = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
      sqlite3_close(db);
      throw OutputError("cannot open " + name + ": " + reason);
    }
    try {
      prepare();
    } catch (...) {
      sqlite3_close(db);
      throw;
    }
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { sqlite3_close(db); }

  void prepare() {
    // The lock of the job keeps others out; SQLite's own would cost a system call for each statement.
    run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=FULL;");
    const auto version = number("PRAGMA user_version"), application = number("PRAGMA application_id");
    if (version == 0 && application == 0 && number("SELECT count(*) FROM sqlite_master") == 0) {
      run("BEGIN IMMEDIATE;" + std::string(kSchema) + "PRAGMA application_id=" + std::to_string(kApplication) +
          ";PRAGMA user_version=" + std::to_string(kVersion) + ";COMMIT;");
      return;
    }
    if (application != kApplication) throw Unusable("is no state of khabar");
    if (version != kVersion) throw Unusable("is of version " + std::to_string(version) + ", not " + std::to_string(kVersion));
  }

  // Damage and what the disk or the directory do not allow are different things.
  [[noreturn]] void fail() const {
    const int code = sqlite3_errcode(db);
    const std::string reason = sqlite3_errmsg(db);
    switch (code & 0xFF) {
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
      case SQLITE_ERROR:  // a table or column is missing
      case SQLITE_SCHEMA:
      case SQLITE_CONSTRAINT:
      case SQLITE_MISMATCH:
      case SQLITE_FORMAT:
        throw Unusable("is damaged (" + reason + ")");
      case SQLITE_FULL:
        rdf::fail_output("cannot write " + name, ENOSPC);
      case SQLITE_READONLY:
        rdf::fail_output("cannot write " + name, EACCES);
      default:
        throw OutputError("cannot use " + name + ": " + reason);
    }
  }

  void run(const std::string& sql) const {
    if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  struct Statement {
    Statement(const Impl& owner_, std::string_view sql) : owner(owner_) {
      if (sqlite3_prepare_v2(owner.db, sql.data(), static_cast<int>(sql.size()), &handle, nullptr) != SQLITE_OK) owner.fail();
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(handle); }

    bool step() {
      const int code = sqlite3_step(handle);
      if (code != SQLITE_ROW && code != SQLITE_DONE) owner.fail();
      return code == SQLITE_ROW;
    }
    void execute() {
      step();
      sqlite3_reset(handle);
    }
    void bind(int at, std::string_view text) {
      if (sqlite3_bind_text64(handle, at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK) owner.fail();
    }
    void bind(int at, std::uint64_t value) {
      if (sqlite3_bind_int64(handle, at, static_cast<sqlite3_int64>(value)) != SQLITE_OK) owner.fail();
    }
    std::uint64_t number(int at) const { return static_cast<std::uint64_t>(sqlite3_column_int64(handle, at)); }
    std::string_view text(int at) const {
      const auto* bytes = sqlite3_column_blob(handle, at);
      return {static_cast<const char*>(bytes), static_cast<std::size_t>(bytes == nullptr ? 0 : sqlite3_column_bytes(handle, at))};
    }

    const Impl& owner;
    sqlite3_stmt* handle = nullptr;
  };

  std::int64_t number(std::string_view sql) const {
    Statement statement(*this, sql);
    return statement.step() ? static_cast<std::int64_t>(statement.number(0)) : 0;
  }

  std::string name;
  sqlite3* db = nullptr;
};

Store::Store(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) {}
Store::~Store() = default;

namespace {

std::uint32_t row_crc(const std::string& extents, const std::string& known, const std::string& origins, const std::string& articles) {
  return compress::crc32(extents + known + origins + articles);
}

Block block_of(std::uint64_t number, std::string_view extents, std::string_view known, std::string_view origins, std::string_view rows) {
  Block block;
  block.number = number;
  for (auto& extent : block.extents) {
    auto line = cut(extents, '\n');
    extent.size = number_of(cut(line, ' '));
    extent.crc = number_of(line);
  }
  while (!known.empty()) block.known.emplace_back(cut(known, '\n'));
  block.articles = parse_article_rows(rows);
  for (auto& article : block.articles) article.origin = cut(origins, '\n');
  return block;
}

}  // namespace

State Store::load() {
  State state;
  try {
    std::map<std::string, std::string, std::less<>> meta;
    Impl::Statement rows(*impl_, "SELECT name, value FROM meta");
    while (rows.step()) meta.emplace(rows.text(0), rows.text(1));
    if (meta.empty()) return state;
    state.release = meta["release"];
    state.serial = number_of(meta["serial"]);
    state.next_block = number_of(meta["next_block"]);
    Impl::Statement blocks(*impl_, "SELECT number, extents, known, origins, articles, crc FROM block ORDER BY number");
    while (blocks.step()) {
      const std::string extents(blocks.text(1)), known(blocks.text(2)), origins(blocks.text(3)), articles(blocks.text(4));
      if (row_crc(extents, known, origins, articles) != blocks.number(5)) throw Unusable("is damaged (a row is not as it was written)");
      state.blocks.push_back(block_of(blocks.number(0), extents, known, origins, articles));
    }
    if (meta["blocks"] != std::to_string(state.blocks.size())) throw Unusable("is damaged (rows are missing)");
  } catch (const Unusable&) {
    throw;
  } catch (const OutputError&) {
    throw;
  } catch (const Error& error) {
    throw Unusable(std::string("is damaged (") + error.what() + ")");
  }
  state.place();
  return state;
}

void Store::save(const State& state) {
  impl_->run("BEGIN IMMEDIATE");
  try {
    std::set<std::uint64_t> stored;
    {
      Impl::Statement rows(*impl_, "SELECT number FROM block");
      while (rows.step()) stored.insert(rows.number(0));
    }
    Impl::Statement insert(*impl_, "INSERT INTO block VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    for (const auto& block : state.blocks) {
      if (stored.erase(block.number) > 0) continue;
      const auto extents = extents_text(block), known = lines_of(block.known), origins = lines_of(origins_of(block.articles));
      const auto articles = article_rows(block.articles);
      insert.bind(1, block.number), insert.bind(2, extents), insert.bind(3, known), insert.bind(4, origins), insert.bind(5, articles);
      insert.bind(6, row_crc(extents, known, origins, articles));
      insert.execute();
    }
    Impl::Statement remove(*impl_, "DELETE FROM block WHERE number = ?1");
    for (const auto number : stored) {
      remove.bind(1, number);
      remove.execute();
    }
    Impl::Statement meta(*impl_, "INSERT OR REPLACE INTO meta VALUES(?1, ?2)");
    const std::pair<std::string_view, std::string> values[] = {{"release", state.release},
                                                               {"serial", std::to_string(state.serial)},
                                                               {"next_block", std::to_string(state.next_block)},
                                                               {"blocks", std::to_string(state.blocks.size())}};
    for (const auto& [name, value] : values) {
      meta.bind(1, name), meta.bind(2, value);
      meta.execute();
    }
    impl_->run("COMMIT");
  } catch (...) {
    sqlite3_exec(impl_->db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

}  // namespace khabar::job
