#include "unsynced_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace vouch::test {

namespace {

std::string contentOf(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string &bytes, std::string_view part, std::int64_t at)
{
    const auto end = std::size_t(at) + part.size();
    if (bytes.size() < end)
        bytes.resize(end);
    bytes.replace(std::size_t(at), part.size(), part);
}

bool oneIn(int n, std::mt19937_64 &random)
{
    return random() % std::uint64_t(n) == 0;
}

} // namespace

void UnsyncedDisk::opened(const std::string &path, bool made)
{
    const auto found = m_files.find(path);
    if (found == m_files.end()) {
        File file;
        file.named = !made;
        file.safe = contentOf(path);
        m_files.emplace(path, std::move(file));
    } else if (!found->second.there) {
        File again;
        again.named = false;
        again.ghost = std::move(found->second.ghost);
        found->second = std::move(again);
    }
    m_files[path].syncsFolder = path.ends_with("-wal") || path.ends_with("-journal");
}

void UnsyncedDisk::written(
    const std::string &path, const void *bytes, std::int64_t size, std::int64_t at)
{
    const auto *from = static_cast<const char *>(bytes);
    m_files[path].changes.push_back({std::string(from, from + size), at, false});
}

void UnsyncedDisk::truncated(const std::string &path, std::int64_t size)
{
    m_files[path].changes.push_back({{}, size, true});
}

void UnsyncedDisk::synced(const std::string &path)
{
    auto &file = m_files[path];
    for (const auto &change : file.changes)
        apply(file.safe, change);
    file.changes.clear();
    if (!std::exchange(file.syncsFolder, false))
        return;
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    for (auto &[name, other] : m_files) {
        if (std::filesystem::path(name).parent_path() == folder) {
            other.named = true;
            other.ghost.reset();
        }
    }
}

void UnsyncedDisk::removed(const std::string &path, bool synced)
{
    auto &file = m_files[path];
    if (file.named && !synced)
        file.ghost = std::move(file.safe);
    file.there = false;
    file.safe.clear();
    file.changes.clear();
}

void UnsyncedDisk::apply(std::string &bytes, const Change &change)
{
    if (change.truncates)
        bytes.resize(std::size_t(change.at));
    else
        put(bytes, change.bytes, change.at);
}

/// Now and then a disk has written everything or nothing of what it was not asked to sync.
std::string UnsyncedDisk::left(const File &file, std::mt19937_64 &random)
{
    auto bytes = file.safe;
    const auto mood = random() % 8;
    for (const auto &change : file.changes) {
        if (change.truncates) {
            if (mood == 0 || (mood != 1 && oneIn(2, random)))
                apply(bytes, change);
            continue;
        }
        const auto end = change.at + std::int64_t(change.bytes.size());
        for (auto at = change.at; at < end;) {
            const auto next = std::min(end, (at / sectorSize + 1) * sectorSize);
            if (mood == 0 || (mood != 1 && oneIn(2, random)))
                put(bytes,
                    std::string_view(change.bytes)
                        .substr(std::size_t(at - change.at), std::size_t(next - at)),
                    at);
            at = next;
        }
    }
    return bytes;
}

void UnsyncedDisk::cut(std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    for (const auto &[path, file] : m_files) {
        std::optional<std::string> bytes;
        if (file.there && (file.named || oneIn(2, random)))
            bytes = left(file, random);
        else if (file.ghost && oneIn(2, random))
            bytes = file.ghost;
        std::filesystem::remove(path + "-shm");
        if (bytes)
            std::ofstream(path, std::ios::binary | std::ios::trunc) << *bytes;
        else
            std::filesystem::remove(path);
    }
    clear();
}

} // namespace vouch::test
