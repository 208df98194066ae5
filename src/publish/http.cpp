// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT
#include "publish/http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>
#include <stdexcept>

namespace khabar::publish {
namespace {

constexpr std::size_t kMostOfReply = std::size_t{64} << 20U;
constexpr long kConnectSeconds = 30;

// Failures of the network; all others (a bad URL, a certificate that is not trusted) stay as they are.
constexpr std::array kPassing = {CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR,        CURLE_RECV_ERROR,
                                 CURLE_GOT_NOTHING,          CURLE_PARTIAL_FILE,    CURLE_OPERATION_TIMEDOUT};

struct HeadersFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, HeadersFree>;

void add(Headers& headers, const std::string& line) {
  curl_slist* const longer = curl_slist_append(headers.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(headers.release());
  headers.reset(longer);
}

std::size_t receive(char* bytes, std::size_t, std::size_t size, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size > kMostOfReply) return 0;
  body.append(bytes, size);
  return size;
}

bool may_pass(long status) { return status == 408 || status == 429 || status >= 500; }

}  // namespace

struct Http::Impl {
  HttpOptions options;
  std::unique_ptr<CURL, void (*)(CURL*)> curl{nullptr, curl_easy_cleanup};
  std::array<char, CURL_ERROR_SIZE> reason{};

  template <typename Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(curl.get(), option, value) != CURLE_OK) throw Error("libcurl does not take an option that is needed");
  }

  void set_up() {
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_CONNECTTIMEOUT, std::min(kConnectSeconds, options.timeout));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, options.timeout);
    set(CURLOPT_ERRORBUFFER, reason.data());
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_USERAGENT, "khabar");
    if (!options.authorities.empty()) set(CURLOPT_CAINFO, options.authorities.c_str());
    const auto& credentials = options.credentials;
    if (!credentials.token.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
      set(CURLOPT_XOAUTH2_BEARER, credentials.token.c_str());
    } else if (!credentials.user.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(options.digest ? CURLAUTH_DIGEST : CURLAUTH_BASIC));
      set(CURLOPT_USERNAME, credentials.user.c_str());
      set(CURLOPT_PASSWORD, credentials.password.c_str());
    }
  }

  void prepare(const Request& request, const Headers& headers, std::string& body) {
    reason[0] = '\0';
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEDATA, &body);
    set(CURLOPT_FRESH_CONNECT, request.once ? 1L : 0L);
    set(CURLOPT_FORBID_REUSE, request.once ? 1L : 0L);
    if (request.method == "GET" || request.method == "DELETE") {
      set(CURLOPT_HTTPGET, 1L);
    } else {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(CURLOPT_POSTFIELDS, request.body.data());
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }

  // curl_easy_header came with libcurl 7.84; Debian 12 has 7.88.
  std::optional<long> retry_after() {
    curl_header* header = nullptr;
    if (curl_easy_header(curl.get(), "Retry-After", 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return std::nullopt;
    const std::string_view text = header->value;
    long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;  // a date: as if there were none
    return seconds;
  }
};

Http::Http(HttpOptions options) : impl_(std::make_unique<Impl>()) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  impl_->options = std::move(options);
  impl_->curl.reset(curl_easy_init());
  if (!impl_->curl) throw Error("libcurl cannot be started");
  impl_->set_up();
}

Http::~Http() = default;

Reply Http::send(const Request& request) {
  Headers headers;
  add(headers, "Expect:");  // no waiting for a "100 Continue" that many servers never send
  add(headers, "Content-Type:" + (request.content_type.empty() ? "" : ' ' + request.content_type));
  if (!request.accept.empty()) add(headers, "Accept: " + request.accept);
  Reply reply;
  impl_->prepare(request, headers, reply.body);
  const CURLcode code = curl_easy_perform(impl_->curl.get());
  impl_->set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
  const std::string what = request.method + ' ' + request.url + ": ";
  if (code != CURLE_OK) {
    const std::string why = impl_->reason[0] != '\0' ? impl_->reason.data() : curl_easy_strerror(code);
    if (std::find(kPassing.begin(), kPassing.end(), code) != kPassing.end()) throw Transient(what + why);
    throw Error(what + why);
  }
  curl_easy_getinfo(impl_->curl.get(), CURLINFO_RESPONSE_CODE, &reply.status);
  if (may_pass(reply.status)) throw Transient(what + failure_text(reply), impl_->retry_after());
  return reply;
}

}  // namespace khabar::publish
