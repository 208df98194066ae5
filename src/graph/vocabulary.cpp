// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "graph/vocabulary.hpp"

#include <array>

namespace khabar::graph {
namespace {

using Classes = std::array<std::string_view, 3>;

struct Row {
  Classes classes;
  std::size_t count;
};

// In the order of lexicon::EventType.
constexpr std::array<Row, lexicon::kEventTypeNames.size()> kRows = {{
    {{}, 0},
    {{"https://w3id.org/khabar/ns#AirStrike", khb::kStrike, khb::kAttack}, 3},
    {{"https://w3id.org/khabar/ns#DroneStrike", khb::kStrike, khb::kAttack}, 3},
    {{"https://w3id.org/khabar/ns#Shelling", khb::kStrike, khb::kAttack}, 3},
    {{"https://w3id.org/khabar/ns#RocketAttack", khb::kStrike, khb::kAttack}, 3},
    {{khb::kStrike, khb::kAttack}, 2},
    {{"https://w3id.org/khabar/ns#Bombing", khb::kAttack}, 2},
    {{"https://w3id.org/khabar/ns#Explosion"}, 1},
    {{"https://w3id.org/khabar/ns#GroundAttack", khb::kAttack}, 2},
    {{"https://w3id.org/khabar/ns#ArmedClash"}, 1},
    {{"https://w3id.org/khabar/ns#TargetedKilling", khb::kAttack}, 2},
    {{"https://w3id.org/khabar/ns#Interception"}, 1},
    {{"https://w3id.org/khabar/ns#Arrest"}, 1},
    {{"https://w3id.org/khabar/ns#Abduction"}, 1},
    {{"https://w3id.org/khabar/ns#Movement"}, 1},
    {{"https://w3id.org/khabar/ns#TerritorialChange"}, 1},
}};

}  // namespace

std::span<const std::string_view> event_classes(lexicon::EventType type) {
  const auto& row = kRows[static_cast<std::size_t>(type)];
  return {row.classes.data(), row.count};
}

}  // namespace khabar::graph
