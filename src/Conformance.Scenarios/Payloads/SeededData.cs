using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bogus;

namespace Conformance.Scenarios.Payloads;

/// <summary>
/// Random data that depends on the run's seed and the case's id alone, so that one case reproduces without the others.
/// Not for several threads at once.
/// </summary>
internal sealed class SeededData(int seed)
{
    private readonly Faker faker = new("en");

    /// <summary>The data of one case, always from its start.</summary>
    public Faker For(string caseId)
    {
        faker.Random = new Randomizer(SeedOf(caseId));
        return faker;
    }

    private int SeedOf(string caseId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}\n{caseId}")
            ),
            hash
        );
        return BinaryPrimitives.ReadInt32LittleEndian(hash) & int.MaxValue;
    }
}
