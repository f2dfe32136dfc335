using Ecosystem.Feedback.Reports;

namespace Ecosystem.UnitTests.Feedback;

public class StatementTests
{
    [Fact]
    public void What_was_said_is_read_as_it_was_written()
    {
        var said = new Statement("Ngập nước \"sâu\"\nsau mưa 😀", new Place(21.0285, 105.8542, "Ngõ 5"), new Contact("+84912345678"));

        Assert.Equal(said, Statement.Read(said.Write()));
    }

    [Fact]
    public void Of_an_erased_person_nothing_is_read() => Assert.Null(Statement.Read(null));
}
