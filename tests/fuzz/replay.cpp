#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

/// The fuzz targets without libFuzzer, for the quick tests: every seed, then as many changed ones,
/// the same each time. It does not look where an input leads, as libFuzzer does.
/// fuzz_replay TARGET RUNS SEED-FOLDER…
extern "C" {
int fuzzChecklist(const std::uint8_t *data, std::size_t size);
int fuzzBatch(const std::uint8_t *data, std::size_t size);
int fuzzInflate(const std::uint8_t *data, std::size_t size);
int fuzzRequest(const std::uint8_t *data, std::size_t size);
int fuzzConnection(const std::uint8_t *data, std::size_t size);
int fuzzComment(const std::uint8_t *data, std::size_t size);
int fuzzApi(const std::uint8_t *data, std::size_t size);
}

namespace {

using Target = int (*)(const std::uint8_t *, std::size_t);

const std::map<std::string, Target> targets{
    {"checklist", fuzzChecklist},
    {"batch", fuzzBatch},
    {"inflate", fuzzInflate},
    {"request", fuzzRequest},
    {"connection", fuzzConnection},
    {"comment", fuzzComment},
    {"api", fuzzApi},
};

std::vector<std::string> seedsIn(int count, char **folders)
{
    std::map<std::filesystem::path, std::string> files; // in the same order everywhere
    for (int i = 0; i < count; ++i) {
        for (const auto &entry : std::filesystem::directory_iterator(folders[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            files[entry.path()].assign(std::istreambuf_iterator<char>(file), {});
        }
    }
    std::vector<std::string> out;
    for (auto &[path, content] : files)
        out.push_back(std::move(content));
    return out;
}

/// A seed with up to eight changes.
class Changed
{
public:
    explicit Changed(const std::vector<std::string> &seeds)
        : m_seeds(seeds)
    {
    }

    std::string next()
    {
        auto out = any();
        for (auto changes = 1 + below(8); changes > 0; --changes)
            change(out);
        return out;
    }

private:
    std::size_t below(std::size_t bound) { return m_random() % bound; }
    const std::string &any() { return m_seeds[below(m_seeds.size())]; }

    /// A piece of some seed.
    std::string piece()
    {
        const auto &from = any();
        return from.empty() ? from : from.substr(below(from.size()), 1 + below(64));
    }

    void change(std::string &text)
    {
        const auto at = below(text.size() + 1);
        switch (below(5)) {
        case 0:
            if (at < text.size())
                text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 1:
            text.insert(at, 1, static_cast<char>(below(256)));
            break;
        case 2:
            text.erase(at, 1 + below(16));
            break;
        case 3:
            text.insert(at, piece());
            break;
        default:
            if (at < text.size())
                text.replace(at, 1 + below(16), piece());
        }
    }

    const std::vector<std::string> &m_seeds;
    std::mt19937 m_random{1};
};

std::string current; ///< what is being looked at
std::string keptIn;  ///< the file for it, should it break a promise

/// What broke a promise is kept beside: it is a seed that is missing.
void keep(int)
{
    std::ofstream(keptIn, std::ios::binary) << current;
    std::fprintf(stderr, "The input is in the file %s of this folder.\n", keptIn.c_str());
    std::_Exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    const auto target = targets.find(argc > 3 ? argv[1] : "");
    if (target == targets.end()) {
        std::fprintf(stderr, "usage: fuzz_replay TARGET RUNS SEED-FOLDER...\n");
        return 2;
    }
    keptIn = "fuzz-found-" + target->first;
    std::signal(SIGABRT, keep);
    std::signal(SIGSEGV, keep);
    const auto run = [&](std::string input) {
        current = std::move(input);
        target->second(reinterpret_cast<const std::uint8_t *>(current.data()), current.size());
    };
    const auto seeds = seedsIn(argc - 3, argv + 3);
    if (seeds.empty())
        return 2;
    for (const auto &seed : seeds)
        run(seed);
    Changed changed(seeds);
    const int runs = std::atoi(argv[2]);
    for (int i = 0; i < runs; ++i)
        run(changed.next());
    std::printf("%s: %zu seeds and %d changed ones\n", argv[1], seeds.size(), runs);
    return 0;
}
