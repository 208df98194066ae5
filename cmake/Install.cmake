# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)

# The public headers: khabar.hpp and what it includes.
set(KHABAR_HEADERS
  khabar.hpp error.hpp
  arabic/scan.hpp
  compress/compress.hpp
  rdf/byte_buffer.hpp rdf/sink.hpp rdf/term.hpp rdf/writer.hpp
  lexicon/build.hpp lexicon/knowledge.hpp lexicon/lexicon.hpp lexicon/terms.hpp
  document/decode.hpp document/document.hpp document/reader.hpp
  link/incidents.hpp link/record.hpp)
foreach(header IN LISTS KHABAR_HEADERS)
  get_filename_component(folder ${header} DIRECTORY)
  install(FILES src/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/khabar/${folder})
endforeach()

install(TARGETS khabar EXPORT khabarTargets)
install(TARGETS khabar_tool)
install(FILES ${KHABAR_IMAGE} DESTINATION ${CMAKE_INSTALL_DATADIR}/khabar)
install(DIRECTORY ontology DESTINATION ${CMAKE_INSTALL_DATADIR}/khabar)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${KHABAR_MAN_PAGES} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

install(EXPORT khabarTargets NAMESPACE khabar:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/khabar)
configure_package_config_file(cmake/khabarConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/khabarConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/khabar PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/khabarConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/khabarConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/khabarConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/khabar)

file(RELATIVE_PATH KHABAR_PREFIX_FROM_PC ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/khabar.pc.in ${CMAKE_CURRENT_BINARY_DIR}/khabar.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/khabar.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
