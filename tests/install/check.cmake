# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
#
# Installs khabar into an empty directory, then builds and runs examples/api against it twice: by find_package() and by pkg-config.
# Also: the installed program finds its data there, and the example that extracts many articles writes what it writes.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGV}: ${code}\n${out}${err}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
file(GLOB_RECURSE image ${prefix}/share/khabar/khabar.kb)

run(${CMAKE_COMMAND} -S ${EXAMPLES}/api -B ${WORK}/consumer -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_PREFIX_PATH=${prefix} "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build ${WORK}/consumer)
run(${WORK}/consumer/one_article ${image})
run(${WORK}/consumer/many_articles ${image} ${WORK}/many.nq ${EXAMPLES}/articles.jsonl)
run(${prefix}/bin/khabar extract ${EXAMPLES}/articles.jsonl --quiet -o ${WORK}/by-program.nq)
run(${CMAKE_COMMAND} -E compare_files ${WORK}/many.nq ${WORK}/by-program.nq)

find_program(pkg_config pkg-config REQUIRED)
file(GLOB_RECURSE pc ${prefix}/khabar.pc)
get_filename_component(pc ${pc} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${pc})
run(${pkg_config} --cflags --libs --static khabar)
string(STRIP "${output}" flags)
separate_arguments(flags UNIX_COMMAND "${flags}")
separate_arguments(extra UNIX_COMMAND "${FLAGS}")
run(${CXX} ${extra} ${EXAMPLES}/api/one_article.cpp -o ${WORK}/by-pkg-config ${flags})
set(ENV{LD_LIBRARY_PATH} ${prefix}/lib)
run(${WORK}/by-pkg-config ${image})

run(${prefix}/bin/khabar --version)
file(WRITE ${WORK}/a.txt "قصفت طائرات حربية مدينة الميادين.\n")
run(${prefix}/bin/khabar extract ${WORK}/a.txt --quiet -o ${WORK}/a.nq)
run(${prefix}/bin/khabar lexicon show الميادين)
