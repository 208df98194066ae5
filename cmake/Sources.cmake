# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT

# What an export job keeps from run to run is made anew when the code that made it changes: two hashes of sources stand in for a version
# number that somebody would have to remember to raise.

# Sets `variable` to a hash of the files; configuring runs again when one changes.
function(khabar_hash_sources variable)
  set(sums "")
  foreach(file IN LISTS ARGN)
    file(SHA256 ${file} sum)
    string(APPEND sums ${sum})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  endforeach()
  string(SHA256 sum "${sums}")
  string(SUBSTRING ${sum} 0 8 short)
  set(${variable} ${short} PARENT_SCOPE)
endfunction()

# What linking notes of an article.
set(folder ${CMAKE_CURRENT_SOURCE_DIR}/src)
khabar_hash_sources(KHABAR_RECORD_SOURCES ${folder}/link/note.cpp ${folder}/link/record.cpp ${folder}/link/record.hpp)
set_property(SOURCE src/link/record.cpp APPEND PROPERTY COMPILE_DEFINITIONS KHABAR_RECORD_SOURCES=0x${KHABAR_RECORD_SOURCES}U)

# What linking makes of it, and what is published of that.
file(GLOB linking CONFIGURE_DEPENDS src/link/*.cpp src/link/*.hpp)
khabar_hash_sources(KHABAR_LINK_SOURCES ${linking} ${folder}/graph/incidents.cpp ${folder}/job/incident_text.cpp)
set_property(SOURCE src/job/incidents.cpp APPEND PROPERTY COMPILE_DEFINITIONS KHABAR_LINK_SOURCES="${KHABAR_LINK_SOURCES}")
