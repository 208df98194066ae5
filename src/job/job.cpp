// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What is read is compared with what is kept by a key; what differs is made anew and put into blocks, in a journal. At the end a release is
// put together from the blocks, the old ones whose articles are all as they were among them.
#include "job/job.hpp"

#include "error.hpp"
#include "graph/digest.hpp"
#include "job/publish.hpp"
#include "job/recover.hpp"
#include "job/tsv.hpp"
#include "job/views.hpp"

#include <algorithm>
#include <cstdint>

namespace khabar::job {
namespace {

constexpr std::size_t kBlockText = std::size_t{1} << 20U;  // of N-Quads
constexpr std::size_t kKeyDigits = 32;

// "articles.jsonl:12" without the line.
std::string input_of(const std::string& origin) {
  const auto digits = origin.find_last_not_of("0123456789");
  if (digits == std::string::npos || digits + 1 == origin.size() || origin[digits] != ':') return origin;
  return origin.substr(0, digits);
}

enum class Fate : std::uint8_t { NotRead, Same, Replaced };

// Number, zeros before it so that names sort, and the day.
std::string release_name(std::uint64_t serial, const std::optional<document::Day>& day) {
  auto name = std::to_string(serial);
  constexpr std::size_t kDigits = 6;
  name.insert(0, kDigits - std::min(kDigits, name.size()), '0');
  return day ? name + '-' + day_text(*day) : name;
}

}  // namespace

struct Job::Impl {
  Impl(JobOptions options_, const Extractor& extractor_)
      : options(std::move(options_)),
        extractor(extractor_),
        gazetteer(extractor.lexicon()),
        lock(options.directory, options.dry_run),
        releases(options.directory),
        recovered(recover(options.directory, releases, options.dry_run)),
        journal(options.directory / "unfinished") {
    auto& state = recovered.state;
    if (!options.dry_run) releases.clean();
    if (!state.release.empty()) {
      const auto files = releases.open(state.release);
      for (auto& block : state.blocks) {
        block.files = files;
        blocks.push_back(std::make_shared<Block>(std::move(block)));
      }
      state.blocks.clear();
    }
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      fates.emplace_back(blocks[b]->articles.size(), Fate::NotRead);
      for (std::size_t i = 0; i < blocks[b]->articles.size(); ++i) index.emplace(blocks[b]->articles[i].id, std::pair(b, i));
    }
    const auto& lexicon = extractor.lexicon();
    settings = options.version + ' ' + std::to_string(link::kRecordVersion) + '\n' + std::to_string(lexicon.checksum()) + '\n' +
               std::to_string(lexicon.byte_count()) + '\n' + options.extract.base + '\n' +
               (options.extract.detail == Detail::Full ? "full" : "core") + '\n' + (options.extract.with_text ? "text" : "");
  }

  std::string key_of(const document::Article& article) {
    const auto field = [this](std::string_view text) {
      const auto size = static_cast<std::uint64_t>(text.size());
      sha256.update({reinterpret_cast<const char*>(&size), sizeof size});
      sha256.update(text);
    };
    field(settings);
    for (const auto* text : {&article.id, &article.title, &article.publisher, &article.url, &article.text}) field(*text);
    field(article.published ? std::to_string(article.published->time_since_epoch().count()) : "");
    return sha256.finish().substr(0, kKeyDigits);
  }

  bool is_known(std::string_view iri) const { return known.contains(std::string(iri)) || gazetteer.find(iri) != lexicon::kNone; }

  std::vector<Block> rest_of_touched_blocks();
  void find_removed(bool incomplete);
  Edition edition();

  JobOptions options;
  const Extractor& extractor;
  Gazetteer gazetteer;
  Lock lock;
  Releases releases;
  Recovered recovered;
  Journal journal;
  graph::Sha256 sha256;
  std::string settings;
  std::vector<std::shared_ptr<Block>> blocks;  // of the last release
  std::vector<std::vector<Fate>> fates;        // of its articles
  std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> index;
  std::set<std::string> known;  // entities that old blocks name
  OpenBlock open;
  std::vector<std::shared_ptr<const Block>> made;
  Outcome outcome;
};

Job::Job(JobOptions options, const Extractor& extractor) : impl_(std::make_unique<Impl>(std::move(options), extractor)) {}
Job::~Job() = default;

const std::vector<std::string>& Job::notes() const { return impl_->recovered.notes; }

std::optional<Ticket> Job::admit(const document::Article& article) {
  auto& job = *impl_;
  if (job.options.remove.contains(article.id))
    throw InputError(article.origin, 0, "the article '" + article.id + "' is to be removed but stands in the inputs; take it out first");
  Ticket ticket{article.id, job.key_of(article), input_of(article.origin), {}, {}};
  const auto found = job.index.find(article.id);
  if (found == job.index.end()) {
    job.outcome.added.push_back(article.id);
  } else {
    const auto [block, at] = found->second;
    const auto& old = job.blocks[block]->articles[at];
    const bool same = old.key == ticket.key;
    job.fates[block][at] = same ? Fate::Same : Fate::Replaced;
    if (same) return std::nullopt;
    job.outcome.changed.push_back(article.id);
    if (!old.origin.empty() && old.origin != ticket.origin)
      ticket.warning = "the article '" + article.id + "' was in " + old.origin + " before and is another now; it replaces that one";
  }
  if (const auto* place = job.journal.find(ticket.key)) ticket.finished = *place;
  return ticket;
}

void Job::make(const Ticket& ticket, document::Article&& article, ArticleResult& result, Piece& piece) const {
  if (ticket.finished.block) {
    piece = pieces_of(*ticket.finished.block, {ticket.finished.index}, [this](std::string_view iri) { return impl_->is_known(iri); })[0];
    piece.article.origin = ticket.origin;
    return;
  }
  thread_local const auto writer = rdf::make_writer(rdf::Format::NQuads, prefixes());
  impl_->extractor.extract(std::move(article), result);
  writer->clear();
  for (const auto& quad : result.quads) writer->write(quad);
  writer->finish();
  piece.article = {};
  piece.article.id = ticket.id;
  piece.article.key = ticket.key;
  piece.article.origin = ticket.origin;
  describe(result, impl_->gazetteer, piece);
  piece.texts[static_cast<std::size_t>(Part::Quads)] = writer->bytes();
  piece.texts[static_cast<std::size_t>(Part::Records)] += '\n' + link::to_bytes(result.record);
}

void Job::take(Piece&& piece, std::vector<OpenBlock>& full) {
  auto& open = impl_->open;
  open.add(std::move(piece));
  if (open.texts[static_cast<std::size_t>(Part::Quads)].size() >= kBlockText) take_rest(full);
}

void Job::take_rest(std::vector<OpenBlock>& full) {
  if (impl_->open.articles.empty()) return;
  full.push_back(std::move(impl_->open));
  impl_->open = {};
}

std::array<std::string, kParts> Job::pack(const OpenBlock& block) const {
  return impl_->journal.find(block.articles) ? std::array<std::string, kParts>{} : runs_of(block);
}

void Job::keep(const OpenBlock& block, const std::array<std::string, kParts>& runs) {
  auto kept = impl_->journal.find(block.articles);
  impl_->made.push_back(kept ? kept : impl_->journal.append(block, runs));
}

void Job::Impl::find_removed(bool incomplete) {
  std::size_t absent = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (std::size_t i = 0; i < fates[b].size(); ++i) {
      const auto& id = blocks[b]->articles[i].id;
      if (fates[b][i] == Fate::Same) ++outcome.unchanged;
      if (fates[b][i] != Fate::NotRead) continue;
      const bool named = options.remove.contains(id);
      absent += !named && options.mirror;
      if (named || (options.mirror && !incomplete)) {
        fates[b][i] = Fate::Replaced;
        outcome.removed.push_back(id);
      } else {
        ++outcome.unchanged;
      }
    }
  for (const auto& id : options.remove)
    if (!index.contains(id)) outcome.warnings.push_back("there is no article '" + id + "' to remove");
  if (options.mirror && incomplete && absent > 0)
    outcome.warnings.push_back("nothing was removed for being absent, since some inputs were skipped");
}

// The articles that stay of blocks which others leave, in blocks of their own.
std::vector<Block> Job::Impl::rest_of_touched_blocks() {
  const auto is_touched = [](const std::vector<Fate>& of_block) {
    return std::find(of_block.begin(), of_block.end(), Fate::Replaced) != of_block.end();
  };
  if (std::none_of(fates.begin(), fates.end(), is_touched)) return {};
  for (const auto& block : blocks) known.insert(block->known.begin(), block->known.end());
  std::vector<Block> rest;
  OpenBlock left;
  const auto close = [&] {
    if (left.articles.empty()) return;
    auto kept = journal.find(left.articles);
    rest.push_back(*(kept ? kept : journal.append(left, runs_of(left))));
    left = {};
  };
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (!is_touched(fates[b])) continue;
    std::vector<std::size_t> staying;
    for (std::size_t i = 0; i < fates[b].size(); ++i)
      if (fates[b][i] != Fate::Replaced) staying.push_back(i);
    if (staying.empty()) continue;
    for (auto& piece : pieces_of(*blocks[b], staying, [this](std::string_view iri) { return is_known(iri); })) {
      left.add(std::move(piece));
      if (left.texts[static_cast<std::size_t>(Part::Quads)].size() >= kBlockText) close();
    }
  }
  close();
  return rest;
}

Edition Job::Impl::edition() {
  Edition edition;
  const auto& state = recovered.state;
  edition.previous = state.release;
  edition.version = options.version;
  edition.extractor = &extractor;
  edition.gazetteer = &gazetteer;
  edition.extract = options.extract;
  edition.jobs = options.jobs;
  auto rest = rest_of_touched_blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    bool whole = true;
    for (std::size_t i = 0; i < fates[b].size(); ++i) {
      if (fates[b][i] != Fate::Replaced) continue;
      whole = false;
      edition.replaced_or_gone.push_back({blocks[b], i});
    }
    if (whole) edition.blocks.push_back(std::move(*blocks[b]));  // nobody asks for it here any more
  }
  auto next = state.next_block;
  const auto number = [&](Block block) {
    block.number = next++;
    edition.blocks.push_back(std::move(block));
  };
  for (auto& block : rest) number(std::move(block));
  edition.fresh.assign(edition.blocks.size(), false);
  for (const auto& block : made) number(*block);
  edition.fresh.resize(edition.blocks.size(), true);

  edition.day = options.day;
  for (const auto& block : edition.blocks)
    for (const auto& article : block.articles)
      if (!options.day && article.published) edition.day = std::max(edition.day.value_or(*article.published), *article.published);
  edition.name = release_name(state.serial + 1, edition.day);
  return edition;
}

Outcome Job::finish(bool incomplete) {
  auto& job = *impl_;
  auto& state = job.recovered.state;
  job.find_removed(incomplete);
  auto& outcome = job.outcome;
  outcome.release = state.release;
  if (job.options.dry_run) return std::move(outcome);
  if (outcome.added.empty() && outcome.changed.empty() && outcome.removed.empty()) {
    if (!state.release.empty()) job.releases.publish(state.release);
  } else {
    auto edition = job.edition();
    const auto numbers = write_release(edition, job.releases);
    outcome.incidents = numbers.incidents.incidents;
    State next;
    next.release = edition.name;
    next.serial = state.serial + 1;
    next.next_block = edition.blocks.empty() ? state.next_block : std::max(state.next_block, edition.blocks.back().number + 1);
    next.blocks = std::move(edition.blocks);
    job.recovered.store->save(next);  // from here on the release is there, even if what follows is left to the next run
    job.releases.publish(next.release);
    outcome.release = next.release;
    outcome.published = true;
    if (numbers.incidents.not_linked > 0)
      outcome.warnings.push_back("events of " + std::to_string(numbers.incidents.not_linked) +
                                 " articles are not linked: another version of khabar read them; read them again to link them");
  }
  job.journal.remove();
  if (job.options.keep > 0) job.releases.prune(job.options.keep);
  return std::move(outcome);
}

}  // namespace khabar::job
