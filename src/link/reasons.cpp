// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// All that speaks for and against two events being one happening. In the order of ReasonCode.
#include "link/score.hpp"

namespace khabar::link {

constexpr std::array<ReasonRow, static_cast<std::size_t>(ReasonCode::Count_)> kReasons = {{
    {"first report", 0},
    {"not linked: it did not happen as told, or no day is known", 0},
    {"same type", 10},
    {"one names the type, the other is general", 7},
    {"types that reports confuse", 6},
    {"other means", -10},
    {"same day", 20},
    {"day within the other's period", 8},
    {"day of one only inferred", 4},
    {"neighbouring days, at night", -8},
    {"neighbouring days", -28},
    {"other hours of the day", -35},
    {"same place", 30},
    {"same large or chief town", 20},
    {"same name of an unknown place", 25},
    {"places side by side", 15},
    {"places near each other", 4},
    {"place within the other's district", 15},
    {"place within the other's governorate", 10},
    {"place within the other's region", 8},
    {"place within the other's country", 2},
    {"same governorate or surroundings of a town", 15},
    {"same wide region", 8},
    {"same country", 4},
    {"other name of an unknown place", -10},
    {"places apart", -20},
    {"same actor", 18},
    {"related actors", 17},
    {"a state that acts abroad", 4},
    {"other actor", -25},
    {"same target", 12},
    {"related targets", 6},
    {"other target", -10},
    {"same person hit", 25},
    {"same weapon", 4},
    {"other weapons", -1},
    {"same kind of object hit", 8},
    {"other objects hit", -3},
    {"same number of dead, ten or more", 22},
    {"same number of dead, three or more", 15},
    {"same two dead", 10},
    {"same one dead", 6},
    {"numbers of dead that agree", 4},
    {"other numbers of dead", -8},
    {"same number of injured", 10},
    {"numbers of injured that agree", 2},
    {"other numbers of injured", -5},
    {"same words", 14},
    {"many words in common", 9},
    {"some words in common", 4},
    {"no words in common", -4},
}};

}  // namespace khabar::link
