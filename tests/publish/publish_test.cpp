// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// Small parts; faults.py has the whole against a store with faults, and tests/stores real ones.
#include "publish/release.hpp"
#include "publish/retry.hpp"
#include "publish/store.hpp"

#include "error.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace khabar::publish {
namespace {

TEST(Retry, WaitsDoubleAndListenToTheServer) {
  std::vector<double> waits;
  RetryPolicy policy;
  policy.retries = 5;
  policy.longest_wait = 5;
  policy.sleep = [&](double seconds) { waits.push_back(seconds); };
  policy.tell = [](const std::string&, double) {};
  int attempts = 0;
  const auto action = [&](int attempt) {
    EXPECT_EQ(attempt, attempts);
    if (++attempts < 6) throw Transient("no", attempts == 2 ? std::optional<long>(3) : std::nullopt);
    return attempts;
  };
  EXPECT_EQ(with_retries(policy, action), 6);
  EXPECT_EQ(waits, (std::vector<double>{1, 3, 4, 5, 5}));
}

TEST(Retry, GivesUp) {
  RetryPolicy policy;
  policy.retries = 1;
  policy.sleep = [](double) {};
  policy.tell = [](const std::string&, double) {};
  try {
    with_retries(policy, [](int) { throw Transient("no"); });
    FAIL();
  } catch (const Transient&) {
    FAIL() << "what is given up does not pass";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "no; given up after 2 attempts; run it again later");
  }
}

TEST(Transfer, FailureTextIsForPeople) {
  EXPECT_EQ(failure_text({500, "<html>\n<b>No</b> \t way\n</html>"}), "HTTP 500: No way");
  EXPECT_EQ(failure_text({404, ""}), "HTTP 404");
  EXPECT_LT(failure_text({400, std::string(100'000, 'x')}).size(), 400U);
}

// Answers with 413 above a size, and keeps what it takes.
class Narrow final : public Transfer {
 public:
  Reply send(const Request& request) override {
    sizes.push_back(request.body.size());
    if (request.body.size() > most) return {413, ""};
    methods += request.method + ' ';
    taken += request.body;
    return {204, ""};
  }
  std::size_t most = 5000;
  std::vector<std::size_t> sizes;
  std::string methods, taken;
};

TEST(Store, Csv) {
  EXPECT_EQ(parse_csv("g,n\r\nhttp://x/a,2\r\n\"a \"\"b\"\",c\",\r\n"), (Rows{{"http://x/a", "2"}, {"a \"b\",c", ""}}));
  EXPECT_EQ(parse_csv("\"n\"\n5"), (Rows{{"5"}}));
  EXPECT_EQ(parse_csv("g,n\n"), Rows());
  EXPECT_EQ(parse_csv(""), Rows());
}

TEST(Store, Endpoints) {
  const auto fuseki = endpoints_of(Profile::Fuseki, "http://h:3030/ds/", "", "", false);
  EXPECT_EQ(fuseki.graphs, "http://h:3030/ds/data");
  EXPECT_EQ(fuseki.query, "http://h:3030/ds/query");
  EXPECT_EQ(fuseki.update, "http://h:3030/ds/update");
  EXPECT_TRUE(fuseki.quads);
  Narrow nobody;
  EXPECT_EQ(Store(nobody, fuseki, 1).move_text("x:a", "x:b"),
            "DROP SILENT GRAPH <x:b> ;\nINSERT { GRAPH <x:b> { ?s ?p ?o } } WHERE { GRAPH <x:a> { ?s ?p ?o } } ;\nDROP SILENT GRAPH <x:a>");
  const auto virtuoso = endpoints_of(Profile::Virtuoso, "https://h", "https://h/q", "", true);
  EXPECT_EQ(virtuoso.graphs, "https://h/sparql-graph-crud-auth");
  EXPECT_EQ(virtuoso.query, "https://h/q");
  EXPECT_EQ(virtuoso.update, "https://h/sparql-auth");
  EXPECT_TRUE(virtuoso.digest);
  for (const auto* url : {"ftp://h/", "h:3030", "http://", "http://user:word@h/", "http://h/ /"})
    EXPECT_THROW(endpoints_of(Profile::Fuseki, url, "", "", false), UsageError) << url;
  EXPECT_THROW(endpoints_of(Profile::Plain, "http://h/", "", "http://h/u", false), UsageError);
  EXPECT_NO_THROW(endpoints_of(Profile::Fuseki, "http://h/a@b", "", "", false));
}

TEST(Store, UploadsBecomeSmallerWhenTheyMust) {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "<x:s> <x:p> \"" + std::to_string(i) + "\" .\n";
  Narrow transfer;
  Store store(transfer, {"http://h/data", "", ""}, 1U << 20U);
  store.put("x:g", lines);
  EXPECT_EQ(transfer.taken, lines);
  EXPECT_TRUE(transfer.methods.starts_with("PUT POST POST ")) << transfer.methods;
  const auto tries = transfer.sizes.size();
  store.put("x:g", lines);  // the size is remembered
  EXPECT_LT(transfer.sizes.size() - tries, tries);
  transfer.most = 10;
  EXPECT_THROW(store.put("x:g", lines), Error);
}

TEST(Release, BasesOfGraphs) {
  EXPECT_EQ(base_of_graph("http://b/data/article/a%2Fb/graph"), "http://b/data/");
  EXPECT_EQ(base_of_graph("http://b/data/graph/knowledge"), "http://b/data/");
  EXPECT_EQ(base_of_graph("http://b/#article/1/graph"), "http://b/#");
  for (const auto* other : {"http://b/data/x", "graph", "http://b/article/graph", "http://b/graph/", ""})
    EXPECT_EQ(base_of_graph(other), "") << other;
}

class Files : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(directory_); }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ / name) << text;
    return (directory_ / name).string();
  }
  std::string failure(const std::string& text) const {
    try {
      Release({file("bad.nq", text)}).index();
    } catch (const InputError& error) {
      return std::to_string(error.line) + " " + error.message;
    }
    return {};
  }
  std::filesystem::path directory_ = std::filesystem::path(testing::TempDir()) / "khabar-release-test";
};

const std::string kOne = "<x:a> <x:p> \"\xD8\xA7 <x> .\"@ar <http://b/article/1/graph> .\n";

TEST_F(Files, GraphsOneAfterTheOther) {
  Release release(
      {file("a.nq", kOne + "# a comment\n\n<x:a> <x:p> <x:b> <http://b/article/1/graph> .\n<x:a> <x:p> 1 <http://b/graph/knowledge>.")});
  EXPECT_THROW(release.index(), InputError);  // Turtle's numbers are none in N-Quads
  Release good({file(
      "b.nq", kOne + "# a comment\n\n<x:a> <x:p> <x:b> <http://b/article/1/graph> .\n<x:a> <x:p> \"1\" <http://b/graph/knowledge>.")});
  good.index();
  ASSERT_EQ(good.graphs().size(), 2U);
  EXPECT_EQ(good.base(), "http://b/");
  EXPECT_EQ(good.graphs()[0].statements, 2U);
  EXPECT_TRUE(good.name().starts_with("files-"));
  std::string quads;
  good.each([](const GraphEntry& graph) { return graph.iri != "http://b/graph/knowledge"; },
            [&](Graph&& graph) { quads += quads_of(graph); });
  EXPECT_EQ(quads, kOne + "<x:a> <x:p> <x:b> <http://b/article/1/graph> .\n");
  file("b.nq", kOne);
  EXPECT_THROW(good.each([](const GraphEntry&) { return true; }, [](Graph&&) {}), InputError);
}

TEST_F(Files, Faults) {
  EXPECT_EQ(failure(kOne + "<x:a> <x:p> <x:b> .\n"), "2 <x:b> is no graph of khabar's: {base}article/{id}/graph or {base}graph/...");
  EXPECT_TRUE(failure(kOne + "\n<x:a> <x:p> \"b\\q\" <http://b/article/1/graph> .\n").starts_with("2 "))
      << failure(kOne + "\n<x:a> <x:p> \"b\\q\" <http://b/article/1/graph> .\n");
  EXPECT_EQ(failure(kOne + "what\n"), "2 not a line of N-Quads with a graph");
  EXPECT_EQ(failure(kOne + "<x:a> <x:p> <x:b> <http://c/article/1/graph> .\n"),
            "2 <http://c/article/1/graph> has not the base of the graphs before it, http://b/");
  EXPECT_EQ(failure(kOne + "<x:a> <x:p> <x:b> <http://b/article/2/graph> .\n" + kOne),
            "3 the statements of <http://b/article/1/graph> do not stand together, or the graph was there before");
  EXPECT_EQ(failure(""), "0 no statements in it");
  EXPECT_THROW(Release({directory_.string()}), InputError);
  EXPECT_THROW(Release({file("a.nq", kOne), directory_.string()}), UsageError);
}

}  // namespace
}  // namespace khabar::publish
