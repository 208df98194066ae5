// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include <stdexcept>

#include "rdf/sink.hpp"

namespace khabar::rdf {

struct PackingSink::Impl {
  std::unique_ptr<ByteSink> to;
  std::unique_ptr<compress::Encoder> encoder;
  std::string packed;
  bool closed = false;

  void pass_on() {
    to->write(packed);
    packed.clear();
  }
};

PackingSink::PackingSink(std::unique_ptr<ByteSink> to, compress::Method method)
    : impl_(std::make_unique<Impl>(Impl{std::move(to), compress::make_encoder(method), {}})) {
  if (!impl_->encoder) throw std::invalid_argument("a packing sink needs a method");
}

PackingSink::~PackingSink() = default;

void PackingSink::write(std::string_view bytes) {
  if (impl_->closed) throw std::logic_error("write to a closed sink");
  impl_->encoder->pack(bytes, impl_->packed);
  if (!impl_->packed.empty()) impl_->pass_on();
}

void PackingSink::close() {
  if (impl_->closed) return;
  impl_->encoder->finish(impl_->packed);
  impl_->pass_on();
  impl_->to->close();
  impl_->closed = true;
}

std::unique_ptr<ByteSink> make_file_sink(const std::filesystem::path& target) {
  auto file = std::make_unique<FileSink>(target);
  const auto method = compress::method_of_path(target.native());
  if (method == compress::Method::None) return file;
  return std::make_unique<PackingSink>(std::move(file), method);
}

}  // namespace khabar::rdf
