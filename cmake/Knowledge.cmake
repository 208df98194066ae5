# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# The knowledge image, compiled from ontology/ by the tool that was just built, beside a link to ontology/ itself.
file(GLOB_RECURSE KHABAR_ONTOLOGY CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/ontology/*.ttl)
file(MAKE_DIRECTORY ${KHABAR_DATA_DIR})
file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/ontology ${KHABAR_DATA_DIR}/ontology SYMBOLIC)
set(KHABAR_IMAGE ${KHABAR_DATA_DIR}/khabar.kb)
add_custom_command(
  OUTPUT ${KHABAR_IMAGE}
  COMMAND khabar_tool lexicon compile -o ${KHABAR_IMAGE} ${CMAKE_CURRENT_SOURCE_DIR}/ontology
  DEPENDS khabar_tool ${KHABAR_ONTOLOGY}
  COMMENT "Compiling ontology/ to khabar.kb"
  VERBATIM)
add_custom_target(khabar_knowledge ALL DEPENDS ${KHABAR_IMAGE})
