// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/reader.hpp"
#include "error.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace khabar::tool {

// An article on its way; `work` is what the command makes of it.
template <typename Work>
struct Slot {
  document::ReadItem item;
  std::string origin;
  Work work;
  std::exception_ptr failure;
};

// Reads in order, works in parallel, takes in order; then, if asked for, packs in parallel and stores in order. A fixed number of slots
// goes round: that bounds the memory, and lets every slot reuse its buffers. What fails on the way is thrown in the stage that takes,
// in its turn, so that what is said and done before it is the same for any number of threads.
template <typename Work>
class Pipeline {
 public:
  using Step = std::function<void(Slot<Work>&)>;
  struct Stages {
    std::function<bool(Slot<Work>&)> read;  // false at the end
    Step work;                              // only for slots with an article
    Step take;
    Step pack, store;  // both or none
  };

  Pipeline(std::function<Work()> make, Stages stages) : make_(std::move(make)), stages_(std::move(stages)) {}

  // Throws what a stage throws; the articles taken before it are all that was taken.
  void run(int jobs) {
    using tbb::filter_mode;
    const auto step = [](filter_mode mode, const Step& action) {
      return tbb::make_filter<Item*, Item*>(mode, [&action](Item* slot) {
        action(*slot);
        return slot;
      });
    };
    const Step work = [this](Item& slot) { guarded(slot); };
    auto chain = tbb::make_filter<void, Item*>(filter_mode::serial_in_order,
                                               [this](tbb::flow_control& control) {
                                                 Item* slot = this->read();
                                                 if (slot == nullptr) control.stop();
                                                 return slot;
                                               }) &
                 step(filter_mode::parallel, work) & step(filter_mode::serial_in_order, stages_.take);
    if (stages_.pack) chain = chain & step(filter_mode::parallel, stages_.pack) & step(filter_mode::serial_in_order, stages_.store);
    const auto end = tbb::make_filter<Item*, void>(filter_mode::parallel, [this](Item* slot) { give_back(slot); });

    const auto threads = static_cast<std::size_t>(jobs);
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(jobs);
    arena.execute([&] { tbb::parallel_pipeline(threads * kSlotsPerJob, chain & end); });
  }

 private:
  using Item = Slot<Work>;
  static constexpr std::size_t kSlotsPerJob = 4;

  // Null at the end, which a failure is as well.
  Item* read() {
    if (at_end_) return nullptr;
    Item* slot = idle_slot();
    slot->failure = nullptr;
    try {
      if (!stages_.read(*slot)) {
        at_end_ = true;
        return nullptr;
      }
    } catch (...) {
      at_end_ = true;
      slot->item = {};
      slot->failure = std::current_exception();
    }
    return slot;
  }

  void guarded(Item& slot) const {
    if (!slot.item.article) return;
    slot.origin = slot.item.article->origin;
    try {
      stages_.work(slot);
    } catch (const std::logic_error& error) {
      slot.failure = std::make_exception_ptr(Error(slot.origin + ": internal error: " + error.what()));
    } catch (...) {
      slot.failure = std::current_exception();
    }
  }

  // Slots that no stage holds; several stages may want one at the same time.
  Item* idle_slot() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      slots_.push_back(std::unique_ptr<Item>(new Item{{}, {}, make_(), nullptr}));
      return slots_.back().get();
    }
    Item* slot = idle_.back();
    idle_.pop_back();
    return slot;
  }
  void give_back(Item* slot) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(slot);
  }

  std::function<Work()> make_;
  Stages stages_;
  bool at_end_ = false;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Item>> slots_;
  std::vector<Item*> idle_;
};

}  // namespace khabar::tool
