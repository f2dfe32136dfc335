using Ecosystem.Feedback.Attachments.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.UnitTests.Feedback.Attachments;

public class S3SettingsTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["ECOSYSTEM_S3_BUCKET"] = "attachments", ["ECOSYSTEM_S3_ENDPOINT"] = "https://s3.example.vn", ["ECOSYSTEM_S3_ACCESS_KEY"] = "key", ["ECOSYSTEM_S3_SECRET_KEY"] = "secret",
    };

    [Fact]
    public void Without_a_bucket_files_are_in_a_directory_and_with_one_it_is_used()
    {
        Assert.Null(Read([]));
        Assert.Equal(new S3Settings(new("https://s3.example.vn"), "us-east-1", "attachments", "key", "secret"), Read(Complete));
        Assert.Equal("hn-1", Read(new(Complete) { ["ECOSYSTEM_S3_REGION"] = "hn-1" })!.Region);
    }

    [Theory]
    [InlineData("ECOSYSTEM_S3_ENDPOINT")]
    [InlineData("ECOSYSTEM_S3_ACCESS_KEY")]
    [InlineData("ECOSYSTEM_S3_SECRET_KEY")]
    public void A_bucket_without_the_rest_does_not_start(string missing) =>
        Assert.DoesNotContain("secret\"", Assert.Throws<InvalidOperationException>(() => Read(new(Complete) { [missing] = "" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_never_go_in_the_clear_outside_development()
    {
        var plain = new Dictionary<string, string?>(Complete) { ["ECOSYSTEM_S3_ENDPOINT"] = "http://127.0.0.1:9000" };

        Assert.Throws<InvalidOperationException>(() => Read(plain));
        Assert.NotNull(Read(plain, "Development"));
    }

    private static S3Settings? Read(Dictionary<string, string?> settings, string environment = "Production") =>
        S3Settings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new Place(environment));

    private sealed record Place(string Name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
