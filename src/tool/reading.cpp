// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "tool/reading.hpp"

#include "error.hpp"
#include "tool/console.hpp"
#include "tool/knowledge.hpp"

#include <iomanip>
#include <sstream>

namespace khabar::tool {

using document::Notice;

void Reading::notice(const std::vector<Notice>& notices) {
  for (const auto& notice : notices) {
    if (notice.kind == Notice::Kind::Warning) {
      warn(notice.origin, notice.message);
    } else {
      if (strict_) throw InputError(notice.origin, 0, notice.message);
      say(notice.origin + ": skipped: " + notice.message);
      ++skipped_;
    }
  }
}

void Reading::warn(const std::string& origin, const std::string& message) {
  say(origin + ": warning: " + message);
  ++warnings_;
}

void Reading::count(const ArticleResult& result) {
  ++articles_;
  events_ += result.event_count;
  entities_ += result.entity_count;
  for (std::size_t i = 0; i < events_by_type_.size(); ++i) events_by_type_[i] += result.events_by_type[i];
}

void Reading::progress(const document::ArticleReader::Progress& reader) {
  constexpr auto kPause = std::chrono::milliseconds(200);
  const auto now = std::chrono::steady_clock::now();
  if (now - start_ < kPause || now - shown_ < kPause) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const auto read = static_cast<double>(reader.read);
  std::ostringstream line;
  line << counted(articles_, "article") << ", " << counted(events_, "event") << ", " << std::fixed << std::setprecision(1)
       << read / 1e6 / seconds << " MB/s";
  if (reader.total > 0 && reader.read > 0)
    line << ", " << 100 * reader.read / reader.total << " %, " << std::setprecision(0)
         << seconds * (static_cast<double>(reader.total) - read) / read << " seconds left";
  show_progress(std::move(line).str());
}

std::string Reading::events_and_entities() const { return counted(events_, "event") + ", " + counted(entities_, "entity", "entities"); }

std::string Reading::troubles_and_time() const {
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
  std::ostringstream line;
  line << counted(warnings_, "warning") << ", " << counted(skipped_, "input skipped", "inputs skipped") << ", " << std::fixed
       << std::setprecision(2) << seconds.count() << " seconds";
  return std::move(line).str();
}

std::string Reading::types() const {
  std::string types;
  for (std::size_t i = 0; i < events_by_type_.size(); ++i)
    if (events_by_type_[i] > 0)
      types.append(types.empty() ? "events: " : ", ")
          .append(lexicon::kEventTypeNames[i])
          .append(" ")
          .append(std::to_string(events_by_type_[i]));
  return types;
}

lexicon::Lexicon Reading::load(const ArticleOptions& options) {
  std::vector<std::string> warnings;
  auto lexicon = load_lexicon(options.knowledge, options.lexicon, warnings);
  for (const auto& warning : warnings) say(warning);
  warnings_ += warnings.size();
  return lexicon;
}

}  // namespace khabar::tool
