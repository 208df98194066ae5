// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/publish.hpp"

#include "rdf/sink.hpp"
#include "tool/console.hpp"
#include "tool/publish_options.hpp"

#include <chrono>
#include <iomanip>
#include <sstream>
#include <thread>

namespace khabar::tool {
namespace {

std::string seconds_text(double seconds) {
  std::ostringstream text;
  text << std::setprecision(3) << seconds;
  return text.str();
}

publish::RetryPolicy policy_of(const PublishOptions& options, std::size_t& retried) {
  publish::RetryPolicy policy;
  policy.retries = options.retries;
  policy.first_wait = options.first_wait;
  policy.sleep = [](double seconds) { std::this_thread::sleep_for(std::chrono::duration<double>(seconds)); };
  policy.tell = [&retried](const std::string& message, double seconds) {
    ++retried;
    say(message + "; trying again in " + seconds_text(seconds) + " s");
  };
  return policy;
}

void print_plan(const publish::Release& release, const publish::Plan& plan) {
  std::string text;
  for (const auto i : plan.added) text += "add " + release.graphs()[i].iri + '\n';
  for (const auto i : plan.changed) text += "change " + release.graphs()[i].iri + '\n';
  for (const auto& graph : plan.gone) text += "remove " + graph + '\n';
  print(text);
}

std::string summary_of(const publish::Release& release, const publish::Plan& plan) {
  return counted(plan.added.size(), "graph") + " added, " + std::to_string(plan.changed.size()) + " changed, " +
         std::to_string(plan.gone.size()) + " removed, " + std::to_string(plan.same) + " as they were; release " + release.name();
}

}  // namespace

int run_publish(const Arguments& arguments) {
  const auto options = parse_publish(arguments);
  publish::Release release(options.release);
  release.index();
  publish::Http http(options.http);
  publish::Store store(http, options.endpoints, options.most_bytes);
  publish::Record record(store, release.base());
  std::size_t retried = 0;
  const auto policy = policy_of(options, retried);
  publish::with_retries(policy, [&](int) { record.read(); });
  const auto plan = publish::plan_of(release, record);
  if (options.dry_run) {
    print_plan(release, plan);
    if (!options.quiet) say("would be: " + summary_of(release, plan));
    return kDone;
  }
  publish::Publication(release, store, record, policy).run(plan);
  if (!options.quiet)
    say(summary_of(release, plan) + "; " + counted(plan.statements, "statement") + " sent in " + counted(store.requests(), "request") +
        (retried == 0 ? "" : ", " + counted(retried, "failure") + " passed"));
  return kDone;
}

}  // namespace khabar::tool
