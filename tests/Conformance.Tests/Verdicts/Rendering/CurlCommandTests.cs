using System.Diagnostics;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Repetition;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Rendering;

internal sealed class CurlCommandTests
{
    [Test]
    public void A_request_is_one_line_that_can_be_pasted() =>
        CurlCommand
            .For(Request("POST", """{"a":1}""", ("Authorization", "Bearer ***"), ("X-Request-ID", "7")))
            .Should()
            .Be(
                "curl -X POST https://api.example.com/orders -H 'Authorization: Bearer ***' -H 'X-Request-ID: 7' "
                    + "-H 'Content-Type: application/json' --data-raw '{\"a\":1}'"
            );

    [Test]
    public void A_get_has_neither_method_nor_body() =>
        CurlCommand
            .For(Request("GET", "") with { ContentType = null })
            .Should()
            .Be("curl https://api.example.com/orders");

    [Test]
    public void A_head_request_does_not_wait_for_a_body() =>
        CurlCommand.For(Request("HEAD", "") with { ContentType = null }).Should().StartWith("curl --head ");

    [Test]
    public void A_body_without_a_content_type_stays_without_one() =>
        CurlCommand.For(Request("POST", "x") with { ContentType = null }).Should().Contain("-H 'Content-Type:'");

    [Test]
    public void What_curl_writes_itself_is_left_to_it() =>
        CurlCommand
            .For(Request("POST", "x", ("Host", "h"), ("Content-Length", "9")))
            .Should()
            .NotContain("Host")
            .And.NotContain("Length");

    [Test]
    public void Brackets_and_dots_in_a_path_are_sent_as_they_are() =>
        CurlCommand
            .For(Request("GET", "") with { Url = new("https://api.example.com/a/../b?x[]=1") })
            .Should()
            .Contain("--globoff");

    [Test]
    public void Bytes_that_are_no_text_are_handed_over_as_base64() =>
        CurlCommand
            .For(Request("POST", "") with { Body = new byte[] { 0xff, 0x00, 0x01 } })
            .Should()
            .StartWith("echo /wAB | base64 -d | curl ")
            .And.EndWith("--data-binary @-");

    [Test]
    public void A_body_too_long_for_a_command_line_is_named_by_its_size() =>
        CurlCommand
            .For(Request("POST", new string('x', 100_000)))
            .Should()
            .EndWith("--data-binary @body # 100000 bytes, see the recorded exchange");

    [TestCase("it's")]
    [TestCase("$(rm -rf /) `id` \"$HOME\" \\ ! *")]
    [TestCase("line one\nline two\ttab")]
    [TestCase("\u001b[31mred\u0007")]
    [TestCase("\u202eright to left")]
    [TestCase("back\\slash and 'quote' and \u0001")]
    [TestCase("ümläut, 漢字, 😀")]
    [TestCase("@/etc/passwd")]
    [TestCase("-X DELETE")]
    public async Task Bash_reads_back_exactly_what_was_sent(string text)
    {
        var command = CurlCommand.For(
            Request("POST", text, ("X-Any", text.Replace("\n", " ", StringComparison.Ordinal)))
        );

        var arguments = await ArgumentsInBash(command);

        command.Should().NotMatchRegex(@"[\u0000-\u001f\u202e]");
        arguments.Should().Contain(text).And.Contain($"X-Any: {text.Replace("\n", " ", StringComparison.Ordinal)}");
        arguments[^1].Should().Be(text);
    }

    private static RecordedRequest Request(string method, string body, params (string, string)[] headers) =>
        new(
            method,
            new("https://api.example.com/orders"),
            Sample.Headers(headers),
            Encoding.UTF8.GetBytes(body),
            "application/json"
        );

    // A function in the place of curl prints its arguments, each ended by a zero byte.
    private static async Task<string[]> ArgumentsInBash(string command)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"export LC_ALL=C.UTF-8; curl() {{ printf '%s\\0' \"$@\"; }}; {command}");
        using var bash = Process.Start(start)!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
