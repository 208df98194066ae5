// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "event/stages.hpp"

#include <deque>

// Who stands behind a speaker: the organisation of a spokesman, who issued a paper, whom "the source", "the agency" mean.
namespace khabar::event {

struct Speaker {
  std::uint32_t source = entity::kNoMention;   // mention that the claim is ascribed to
  std::uint32_t speaker = entity::kNoMention;  // mention of the one who spoke, when he is not the source
  bool found() const { return source != entity::kNoMention; }
};

class Speakers {
 public:
  Speakers(const Context& context, const Report& report) : context_(context), report_(report) {}

  // The speaker whom a mention means; not found for a paper that nobody is said to have issued.
  Speaker resolve(std::uint32_t mention) const;
  // The speaker told before whose name holds the word at `unit`.
  Speaker by_name(std::uint32_t unit) const;
  // Keeps a speaker as one whom "the source" can mean.
  void note(std::uint32_t mention, Speaker speaker) {
    if (known_.size() == kMostKnown) known_.pop_front();
    known_.push_back({mention, speaker});
  }
  // Makes him the one whom "he added" goes on from.
  void lead(Speaker speaker) { last_ = speaker; }
  const Speaker& last() const { return last_; }

 private:
  static constexpr std::size_t kMostKnown = 400;  // more would make time grow faster than the text
  struct Known {
    std::uint32_t mention;
    Speaker speaker;
  };
  const entity::Mention& mention(std::uint32_t id) const { return report_.mentions.items[id]; }
  const lexicon::Entry& entry(std::uint32_t id) const { return context_.lexicon.entry(id); }
  bool named(std::uint32_t id) const;
  bool is_bare(const entity::Mention& m) const;
  bool is_medium(std::uint32_t id) const;
  bool shares_head(const entity::Mention& m, std::uint32_t earlier) const;
  Speaker behind_source(std::uint32_t id) const;
  Speaker antecedent(const entity::Mention& m) const;
  std::uint32_t organisation(std::uint32_t id) const;
  std::uint32_t owner_of_post(std::uint32_t id) const;
  std::uint32_t holder(std::uint32_t post) const;
  bool holds(std::uint32_t mention, std::string_view word) const;

  const Context& context_;
  const Report& report_;
  std::deque<Known> known_;  // the latest, in the order they spoke
  Speaker last_;
};

}  // namespace khabar::event
