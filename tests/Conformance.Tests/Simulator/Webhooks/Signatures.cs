using System.Security.Cryptography;
using System.Text;

namespace Conformance.Tests.Simulator.Webhooks;

/// <summary>The ways to sign a delivery that the tests know, written down again.</summary>
internal static class Signatures
{
    /// <summary>The name of each way, and what it makes of a delivery.</summary>
    public static IReadOnlyDictionary<string, string> Ways(Subscriber.Received delivery, string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var time = delivery.Header("Desk-Time") ?? delivery.Header("webhook-timestamp");
        byte[] timed = [.. Encoding.UTF8.GetBytes(time + "."), .. delivery.Body];
        byte[] identified = [.. Encoding.UTF8.GetBytes(delivery.Header("webhook-id") + "."), .. timed];
        var encoded = Convert.FromBase64String(secret["whsec_".Length..]);
        return new Dictionary<string, string>
        {
            ["over the body"] = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(plain, delivery.Body)),
            ["over time and body"] = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(plain, timed)),
            ["standard"] = "v1," + Convert.ToBase64String(HMACSHA256.HashData(encoded, identified)),
        };
    }
}
