# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# The man pages stand beside the commands, in Markdown; go-md2man makes them, and without it they are not installed.
file(GLOB KHABAR_MAN_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/src/tool/*.1.md)
find_program(GO_MD2MAN go-md2man)
mark_as_advanced(GO_MD2MAN)
set(KHABAR_MAN_PAGES)
if(GO_MD2MAN)
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/man)
  foreach(source IN LISTS KHABAR_MAN_SOURCES)
    get_filename_component(page ${source} NAME_WLE)
    set(page ${CMAKE_CURRENT_BINARY_DIR}/man/${page})
    add_custom_command(OUTPUT ${page} COMMAND ${GO_MD2MAN} -in ${source} -out ${page} DEPENDS ${source} VERBATIM)
    list(APPEND KHABAR_MAN_PAGES ${page})
  endforeach()
  add_custom_target(khabar_man ALL DEPENDS ${KHABAR_MAN_PAGES})
endif()
